package io.fastshot.localcloud.faults;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A way in which some S3-compatible stores differ from AWS S3, or some buckets of AWS from a plain
 * one.
 */
public enum Quirk {
  /** A quoted ETag in If-Match of a PUT or DELETE never matches (Ceph's radosgw). */
  QUOTED_WRITES_REFUSED,

  /** A quoted ETag in If-Match of a GET, or of a copy's source, never matches. */
  QUOTED_READS_REFUSED,

  /** A body in chunks with a trailing checksum, the SDK's default, is refused with 400 (Ceph). */
  TRAILERS_REFUSED,

  /** Two conditional writes of a key at once: the later one is answered 500, not applied (Ceph). */
  CONTENTION_500,

  /** PUT, COPY and DELETE act as if they had no condition. */
  CONDITIONS_IGNORED,

  /** The completion of an upload in parts acts as if it had no condition (Ceph). */
  COMPLETE_CONDITIONS_IGNORED,

  /** DELETE acts as if it had no condition (Ceph). */
  DELETE_CONDITIONS_IGNORED,

  /** DELETE with a condition is answered 501 (LocalStack 4). */
  DELETE_CONDITIONS_UNKNOWN,

  /** COPY acts as if there were no condition on its target. */
  COPY_CONDITIONS_IGNORED,

  /** COPY onto what is there is answered 412, and made all the same (LocalStack 4). */
  COPY_REFUSED_BUT_MADE,

  /** {@code x-amz-checksum-sha256} is answered 501; {@code Content-MD5} is taken. */
  SHA256_UNKNOWN,

  /** Sessions are in Glacier as soon as they are there: their bytes are not given out. */
  SESSIONS_ARCHIVED,

  /** The bucket has a default retention (Object Lock): each PUT must bring a checksum. */
  OBJECT_LOCK;

  /** The name in a fault plan, such as {@code trailers-refused}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Quirks by their words, parted by {@code +}.
   *
   * @throws IllegalArgumentException if one is not known; the message names those that are
   */
  static Set<Quirk> parse(String words) {
    Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    for (String word : words.split("\\+", -1)) {
      quirks.add(
          Arrays.stream(values())
              .filter(quirk -> quirk.word().equals(word.strip().toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "not a quirk: \"" + word + "\"; there are " + all())));
    }
    return quirks;
  }

  private static String all() {
    return Arrays.stream(values()).map(Quirk::word).collect(Collectors.joining(", "));
  }
}
