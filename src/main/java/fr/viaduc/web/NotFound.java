package fr.viaduc.web;

/** What is asked for does not exist, or may not be known to exist: 404 in both cases. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;
}
