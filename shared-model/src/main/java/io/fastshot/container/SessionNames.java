package io.fastshot.container;

import java.time.LocalDateTime;

/** File names as the original's cloud save makes them. */
public final class SessionNames {
  private SessionNames() {}

  /**
   * The file name of a new session.
   *
   * @param when local time; seconds count
   */
  public static String filename(String name, String desc, LocalDateTime when) {
    return when + name + desc;
  }
}
