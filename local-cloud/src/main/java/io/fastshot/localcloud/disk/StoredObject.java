package io.fastshot.localcloud.disk;

import java.time.Instant;

/**
 * An object as it stands on disk, without its bytes.
 *
 * @param key the object's key, or the number of a part
 * @param etag quoted
 * @param sizeBytes number of bytes of the content
 * @param lastModified when it was published, to the second
 * @param headers what the client said of it
 */
public record StoredObject(
    String key, String etag, long sizeBytes, Instant lastModified, ObjectHeaders headers) {}
