package io.fastshot.model;

import java.nio.charset.StandardCharsets;

/**
 * Where each object of a library stands in its bucket: the only home of the key names.
 *
 * <pre>
 * &lt;prefix&gt;sessions/&lt;base&gt;.fastshot
 * &lt;prefix&gt;meta_indexes/&lt;base&gt;.meta.json
 * &lt;prefix&gt;thumbnails/&lt;base&gt;.png
 * &lt;prefix&gt;overall_meta.json
 * &lt;prefix&gt;trash/&lt;base&gt;.fastshot
 * &lt;prefix&gt;fastshot_probe/&lt;random&gt;       for a moment, in stores other than AWS
 * </pre>
 *
 * @param prefix put before every key; empty, or ending in {@code /}
 */
public record KeyLayout(String prefix) {

  /** The longest key that S3 takes, in bytes of UTF-8. */
  public static final int MAX_KEY_BYTES = 1024;

  private static final String SESSIONS = "sessions/";
  private static final String META_INDEXES = "meta_indexes/";
  private static final String THUMBNAILS = "thumbnails/";
  private static final String TRASH = "trash/";
  private static final String PROBES = "fastshot_probe/";
  private static final String OVERALL = "overall_meta.json";
  private static final String META_SUFFIX = ".meta.json";
  private static final String THUMBNAIL_SUFFIX = ".png";

  public KeyLayout {
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix is empty or ends in /: " + prefix);
    }
  }

  /** A library at the root of its bucket. */
  public static KeyLayout atRoot() {
    return new KeyLayout("");
  }

  /** The key of a session file. */
  public String session(SessionId id) {
    return sessions() + id.filename();
  }

  /** The key of a session's meta index. */
  public String metaIndex(SessionId id) {
    return metaIndexes() + id.base() + META_SUFFIX;
  }

  /** The key of a session's thumbnail. */
  public String thumbnail(SessionId id) {
    return thumbnails() + id.base() + THUMBNAIL_SUFFIX;
  }

  /** The key of a deleted session. */
  public String trash(SessionId id) {
    return prefix + TRASH + id.filename();
  }

  /** The key of the overall index. */
  public String overallMeta() {
    return prefix + OVERALL;
  }

  /** The prefix of all session files. */
  public String sessions() {
    return prefix + SESSIONS;
  }

  /** The prefix of all meta indexes. */
  public String metaIndexes() {
    return prefix + META_INDEXES;
  }

  /** The prefix of all thumbnails. */
  public String thumbnails() {
    return prefix + THUMBNAILS;
  }

  /** The prefix of all deleted sessions. */
  public String trash() {
    return prefix + TRASH;
  }

  /**
   * The prefix of the scratch objects by which a store is tried out. Not below {@link #sessions()}:
   * nothing may come of them.
   */
  public String probes() {
    return prefix + PROBES;
  }

  /** Whether every object of a session fits into S3's limit on the length of keys. */
  public boolean fits(SessionId id) {
    return !isTooLong(metaIndex(id));
  }

  private static boolean isTooLong(String key) {
    return key.length() > MAX_KEY_BYTES
        || (key.length() > MAX_KEY_BYTES / 3
            && key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES);
  }

  /**
   * What a key stands for. One that is longer than S3 takes, as other stores may, stands for
   * nothing of ours: nobody could ever list it.
   *
   * @param key a key as S3 has it (not URL-encoded)
   */
  public ObjectKey parse(String key) {
    if (!key.startsWith(prefix) || isTooLong(key)) {
      return new ObjectKey.Foreign(key);
    }
    String rest = key.substring(prefix.length());
    if (rest.equals(OVERALL)) {
      return new ObjectKey.OverallMeta();
    }
    if (isBelow(rest, SESSIONS, SessionId.SUFFIX)) {
      return new ObjectKey.Session(idBelow(rest, SESSIONS, SessionId.SUFFIX));
    }
    if (isBelow(rest, META_INDEXES, META_SUFFIX)) {
      return new ObjectKey.MetaIndex(idBelow(rest, META_INDEXES, META_SUFFIX));
    }
    if (isBelow(rest, THUMBNAILS, THUMBNAIL_SUFFIX)) {
      return new ObjectKey.Thumbnail(idBelow(rest, THUMBNAILS, THUMBNAIL_SUFFIX));
    }
    if (isBelow(rest, TRASH, SessionId.SUFFIX)) {
      return new ObjectKey.Trash(idBelow(rest, TRASH, SessionId.SUFFIX));
    }
    return new ObjectKey.Foreign(key);
  }

  private static boolean isBelow(String key, String folder, String suffix) {
    return key.startsWith(folder)
        && key.endsWith(suffix)
        && key.length() > folder.length() + suffix.length();
  }

  private static SessionId idBelow(String key, String folder, String suffix) {
    return new SessionId(key.substring(folder.length(), key.length() - suffix.length()));
  }
}
