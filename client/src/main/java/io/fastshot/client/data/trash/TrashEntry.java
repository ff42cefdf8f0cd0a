package io.fastshot.client.data.trash;

import io.fastshot.model.SessionId;
import java.time.Instant;

/**
 * A session in Recently deleted; also what {@code Library.undoDelete} needs.
 *
 * @param id which session
 * @param trashKey the object that keeps it
 * @param sizeBytes size of its file
 * @param deletedAt when it was moved there, to the second
 */
public record TrashEntry(SessionId id, String trashKey, long sizeBytes, Instant deletedAt) {}
