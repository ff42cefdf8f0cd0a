package io.fastshot.store.parts;

import io.fastshot.store.ETag;
import org.jspecify.annotations.Nullable;

/**
 * A part that the store has.
 *
 * @param number from 1
 * @param etag as the store gave it; the MD5 of the part on most stores
 * @param sizeBytes of the part
 * @param crc64nvme of the part, in base64; null where a listing does not tell
 */
public record UploadedPart(int number, ETag etag, long sizeBytes, @Nullable String crc64nvme) {
  public UploadedPart {
    if (number < 1) {
      throw new IllegalArgumentException("parts are numbered from 1: " + number);
    }
  }

  /** The same with the checksum of its bytes. */
  public UploadedPart with(String crc64) {
    return new UploadedPart(number, etag, sizeBytes, crc64);
  }
}
