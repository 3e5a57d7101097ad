package fr.viaduc.web;

/** What is asked for may be seen but not done: 403. */
public final class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1;
}
