package fr.viaduc.web;

import org.jspecify.annotations.Nullable;

/**
 * A file that was already sent with a form, as the form shows it again.
 *
 * @param preview address of a small picture, null when there is none
 * @param state address that tells whether it is ready, null when it is
 * @param alternative what the picture shows, empty when it was not said
 * @param decorative whether it says nothing that the text does not
 * @param undescribed whether one of the two is missing, and to be asked for
 */
public record UploadedFile(
        long id,
        String name,
        @Nullable String preview,
        @Nullable String state,
        String alternative,
        boolean decorative,
        boolean undescribed) {}
