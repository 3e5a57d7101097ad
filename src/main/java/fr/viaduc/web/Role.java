package fr.viaduc.web;

/** What a person may do in the whole network, beyond what everybody may. */
public enum Role {
    ADMINISTRATOR,
    HUMAN_RESOURCES,
    COMMUNICATION,
    MODERATOR,
    SITE_CONTACT
}
