package fr.viaduc.people.signin;

import org.jspecify.annotations.Nullable;

/** Where to find help at a site. */
public record SiteContact(
        String site, String name, @Nullable String phone) {}
