package fr.viaduc.spaces;

/** Someone is invited to join a space. */
public record Invited(long spaceId, long personId, long invitedBy) {}
