package fr.viaduc.web;

/** Nobody is signed in, and this page is for somebody: leads to the sign-in page. */
public final class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1;
}
