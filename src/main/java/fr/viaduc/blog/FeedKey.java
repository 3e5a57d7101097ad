package fr.viaduc.blog;

import java.time.Instant;

/** A secret address that is not revoked: all that is still known of it. */
public record FeedKey(long id, Instant at) {}
