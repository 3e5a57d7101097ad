package fr.viaduc.files;

import java.util.UUID;

/**
 * A content in the store, whoever has files of it.
 *
 * @param tag what tells it apart from any other content and says nothing of it (usable as an ETag)
 */
public record StoredObject(UUID id, long size, String tag) {}
