package fr.viaduc.blog;

/** Where an article stands: each category has those who publish in it. */
public record Category(long id, String slug, String name) {}
