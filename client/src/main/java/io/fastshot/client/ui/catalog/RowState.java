package io.fastshot.client.ui.catalog;

import io.fastshot.client.ui.kit.Texts;
import io.fastshot.container.json.KeyReasons;
import io.fastshot.model.IndexRow;
import org.jspecify.annotations.Nullable;

/**
 * The state of a row in words.
 *
 * @param kind which icon stands before it
 * @param text a few words
 * @param detail the whole of it, for the tooltip and the preview
 * @param cancellable whether it is a transfer that can be stopped
 */
public record RowState(Kind kind, String text, String detail, boolean cancellable) {

  /** What a state is about. */
  public enum Kind {
    CLOUD,
    LOCAL,
    WORKING,
    DEGRADED
  }

  /**
   * The state of a row.
   *
   * @param activity what goes on with it; null for nothing
   * @param local whether its file is on this machine
   */
  public static RowState of(IndexRow row, @Nullable Activity activity, boolean local) {
    if (activity != null) {
      return ofActivity(activity);
    }
    String degraded = row.meta().degraded();
    if (degraded != null) {
      return new RowState(Kind.DEGRADED, "degraded", problem(degraded), false);
    }
    return local
        ? new RowState(Kind.LOCAL, "downloaded", "Its file is on this machine, verified", false)
        : new RowState(Kind.CLOUD, "cloud", "Its file is in the cloud only", false);
  }

  /** What a person reads of the reason why a file could not be read. */
  public static String problem(String degraded) {
    return "This file could not be read: " + KeyReasons.unmarked(degraded);
  }

  private static RowState ofActivity(Activity activity) {
    return switch (activity) {
      case Activity.Downloading(long done, long total) -> transfer("downloading", done, total);
      case Activity.Uploading(long done, long total) -> transfer("uploading", done, total);
      case Activity.Indexing _ ->
          working("indexing", "It is in the library, and will be in its index shortly");
      case Activity.Deleting _ -> working("deleting", "It is being moved to the trash");
      case Activity.Deleted _ ->
          working("deleted", "It is in the trash, and will be gone from the index shortly");
      case Activity.Restoring _ -> working("restoring", "It is being taken out of the trash");
    };
  }

  private static RowState working(String text, String detail) {
    return new RowState(Kind.WORKING, text, detail, false);
  }

  private static RowState transfer(String text, long done, long total) {
    String progress = Texts.bytes(done) + " of " + Texts.bytes(total);
    return new RowState(
        Kind.WORKING, text + " " + Texts.percent(done, total) + " %", progress, true);
  }
}
