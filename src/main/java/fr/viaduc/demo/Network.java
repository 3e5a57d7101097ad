package fr.viaduc.demo;

/** The audiences of the whole network. */
enum Network implements Target {
    EVERYONE,
    AGENTS,
    ELECTED_OFFICIALS
}
