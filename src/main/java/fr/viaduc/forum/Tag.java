package fr.viaduc.forum;

/** A subject of topics. */
public record Tag(String slug, String name) {}
