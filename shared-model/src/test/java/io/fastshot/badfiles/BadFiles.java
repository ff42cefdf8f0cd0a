package io.fastshot.badfiles;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every bad file, made in memory, always the same. A fuzzer's finding becomes one more of them, in
 * {@link Findings}.
 */
public final class BadFiles {
  private BadFiles() {}

  /** All, by category. */
  public static List<BadFile> all() {
    return Stream.of(
            Truncations.files(),
            Lies.files(),
            WrongTypes.files(),
            OddJson.files(),
            LongTexts.files(),
            BadUtf8.files(),
            Pictures.files(),
            Masks.files(),
            ForeignFiles.files(),
            Appended.files(),
            FileNames.files(),
            Dates.files(),
            Windows.files(),
            Findings.files())
        .flatMap(List::stream)
        .toList();
  }
}
