package io.fastshot.client.verify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that verify found.
 *
 * @param kind what it is
 * @param subject the session's file name, the key, or the file that it is about; empty for the
 *     index itself
 * @param detail what differs, in words for a person
 * @param changedAt when the bucket's object was written last; null if it is not about one
 * @param repair the command that brings it in order, without the program's name and the options
 *     that choose the library; empty if nothing has to be done
 */
public record Finding(
    Kind kind, String subject, String detail, @Nullable Instant changedAt, List<String> repair) {

  public Finding {
    repair = List.copyOf(repair);
  }

  /** With the command that its kind asks for. */
  public static Finding of(Kind kind, String subject, String detail, @Nullable Instant changedAt) {
    List<String> repair =
        switch (kind.repair()) {
          case NONE -> List.of();
          case CHECK -> List.of("rebuild", "check", "--wait");
          case OVERALL -> List.of("rebuild", "overall", "--wait");
          case ALL -> List.of("rebuild", "all", "--wait");
          case THIS ->
              subject.startsWith("-")
                  ? List.of("rebuild", "all", "--wait", "--", subject)
                  : List.of("rebuild", "all", "--wait", subject);
          case SUPERSEDE -> List.of("rebuild", detailMode(detail), "--force", "--wait");
          case CACHE -> List.of("verify", "--repair-cache");
        };
    return new Finding(kind, subject, detail, changedAt, repair);
  }

  /** Of a stuck rebuild the detail begins with its mode. */
  private static String detailMode(String detail) {
    String mode = detail.substring(0, Math.max(0, detail.indexOf(':')));
    return mode.equals("all") || mode.equals("overall") ? mode : "check";
  }
}
