package io.fastshot.localcloud.awssdk;

import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkRequests;
import org.jspecify.annotations.Nullable;

/**
 * The part of an object that a read asks for.
 *
 * @param offset of its first byte
 * @param length number of bytes
 * @param contentRange the answer's header; null if the whole object is asked for
 */
record ByteSpan(long offset, long length, @Nullable String contentRange) {
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** Throws 416 if the object has no byte in the range. */
  static ByteSpan of(@Nullable String rangeHeader, long size) {
    SdkRequests.ByteRange range = SdkRequests.parseRange(rangeHeader);
    if (range == null) {
      return new ByteSpan(0, size, null);
    }
    Long first = range.first();
    Long last = range.last();
    long from = first != null ? first : Math.max(0, size - (last == null ? 0 : last));
    long to = first == null || last == null ? size - 1 : Math.min(last, size - 1);
    if (from > to) {
      throw S3Exceptions.fromStatusCode(RANGE_NOT_SATISFIABLE);
    }
    return new ByteSpan(from, to - from + 1, "bytes " + from + "-" + to + "/" + size);
  }
}
