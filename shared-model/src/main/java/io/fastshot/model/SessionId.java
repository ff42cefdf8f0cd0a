package io.fastshot.model;

/**
 * The identity of a session: its file name without the last {@code .fastshot}.
 *
 * <p>The name comes from an object key that anybody may have chosen: it may hold any character,
 * {@code /} and {@code .fastshot} included. It is never used as a path; see {@code SafeFileName} of
 * the client.
 *
 * @param base the file name without its suffix; not empty
 */
public record SessionId(String base) implements Comparable<SessionId> {

  /** The suffix of every session file. */
  public static final String SUFFIX = ".fastshot";

  public SessionId {
    if (base.isEmpty()) {
      throw new IllegalArgumentException("a session needs a name before " + SUFFIX);
    }
  }

  /**
   * The session of a file name.
   *
   * @param filename a name ending in {@code .fastshot}, such as {@code 20250621114615_tt1.fastshot}
   * @throws IllegalArgumentException if the suffix is missing or nothing stands before it
   */
  public static SessionId ofFilename(String filename) {
    if (!isSessionFilename(filename)) {
      throw new IllegalArgumentException("not a session file name: " + filename);
    }
    return new SessionId(filename.substring(0, filename.length() - SUFFIX.length()));
  }

  /** Whether a file name is one of a session. */
  public static boolean isSessionFilename(String filename) {
    return filename.endsWith(SUFFIX) && filename.length() > SUFFIX.length();
  }

  /** The file name: {@link #base()} and the suffix. */
  public String filename() {
    return base + SUFFIX;
  }

  @Override
  public int compareTo(SessionId other) {
    return base.compareTo(other.base);
  }

  @Override
  public String toString() {
    return filename();
  }
}
