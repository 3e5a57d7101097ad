package fr.viaduc.people.signin;

/** A site. */
public record ContactSite(long id, String name) {}
