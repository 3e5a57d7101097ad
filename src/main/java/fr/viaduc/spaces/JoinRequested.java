package fr.viaduc.spaces;

/** Someone asks to join a space: those who lead it have to answer. */
public record JoinRequested(long spaceId, long personId) {}
