package fr.viaduc.people.signin;

import java.time.LocalDate;

/**
 * A passkey, as its own person sees it.
 *
 * @param handle by which a form names it
 */
public record Passkey(String handle, String label, LocalDate since) {}
