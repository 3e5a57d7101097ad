package fr.viaduc.spaces;

/** Someone became a member of a space: by themselves, or because their request was accepted. */
public record SpaceJoined(long spaceId, long personId, boolean accepted) {}
