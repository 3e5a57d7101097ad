package fr.viaduc.people.signin;

import java.io.Serializable;

/** One field. */
public record StashedField(String name, String value) implements Serializable {}
