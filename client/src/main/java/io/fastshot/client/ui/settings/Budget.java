package io.fastshot.client.ui.settings;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How large downloads may be together, to choose from. */
enum Budget {
  NONE("No bound", null),
  SMALL("1 GB", 1_000_000_000L),
  MEDIUM("5 GB", 5_000_000_000L),
  LARGE("20 GB", 20_000_000_000L),
  HUGE("100 GB", 100_000_000_000L),
  OTHER("Another, set by fastshot cache budget", -1L);

  private final String title;
  private final @Nullable Long bytes;

  Budget(String title, @Nullable Long bytes) {
    this.title = title;
    this.bytes = bytes;
  }

  @Nullable Long bytes() {
    return bytes;
  }

  static Budget of(@Nullable Long bytes) {
    return Arrays.stream(values())
        .filter(budget -> Objects.equals(budget.bytes, bytes))
        .findFirst()
        .orElse(OTHER);
  }

  @Override
  public String toString() {
    return title;
  }
}
