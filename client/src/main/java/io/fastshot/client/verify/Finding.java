package io.fastshot.client.verify;

import io.fastshot.client.data.connection.Mending;
import io.fastshot.model.RebuildState;
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
 */
public record Finding(Kind kind, String subject, String detail, @Nullable Instant changedAt) {

  /**
   * The command that brings it in order, without the program's name and the options that choose the
   * library; empty if nothing has to be done, or none can do it.
   *
   * @param mending how this library's index is brought in order
   */
  public List<String> repair(Mending mending) {
    return switch (kind.repair()) {
      case NONE -> List.of();
      case CHECK -> mending.command(RebuildState.Mode.CHECK, null);
      case OVERALL -> mending.command(RebuildState.Mode.OVERALL, null);
      case THIS -> mending.command(RebuildState.Mode.ALL, subject);
      case SUPERSEDE -> mending.takingOver(detailMode());
      case KEY ->
          mending.by() == Mending.By.COMMAND
              ? mending.command(RebuildState.Mode.CHECK, null)
              : List.of();
      case CACHE -> List.of("verify", "--repair-cache");
    };
  }

  /** Of a stuck rebuild the detail begins with its mode. */
  private RebuildState.Mode detailMode() {
    return switch (detail.substring(0, Math.max(0, detail.indexOf(':')))) {
      case "all" -> RebuildState.Mode.ALL;
      case "overall" -> RebuildState.Mode.OVERALL;
      default -> RebuildState.Mode.CHECK;
    };
  }
}
