package io.fastshot.integration.aws;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Closes what a test opened. */
public final class Closing {
  private Closing() {}

  /**
   * Closes everything, from the top of the stack on, whatever fails.
   *
   * @return what failed; empty if all went well
   */
  public static List<Exception> all(Deque<? extends AutoCloseable> opened) {
    List<Exception> failures = new ArrayList<>();
    while (!opened.isEmpty()) {
      try (AutoCloseable _ = opened.pop()) {
        // Closed by leaving.
      } catch (Exception e) {
        failures.add(e);
      }
    }
    return failures;
  }
}
