package io.fastshot.badfiles;

import static io.fastshot.badfiles.Bytes.join;
import static io.fastshot.badfiles.Bytes.utf8;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.List;

/** What fuzzing, measuring and users found, each with the name of what was wrong. */
final class Findings {
  private Findings() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("finding");
    CurrentFile sound = CurrentFile.sound();
    byte[] right = Bytes.textChunk("fastshot", utf8(sound.declaration()));
    byte[] wrong = Bytes.textChunk("fastshot", utf8("{}"));
    // Each text was parsed, however many: 640,000 cost 8 GB of allocations.
    list.add(
        "the cover's text behind seven that are none",
        Expected.READ,
        () -> sound.withCover(Bytes.png(9, 9, join(Lies.repeated(wrong, 7), right))));
    list.add(
        "the cover's text behind eight that are none, which nobody looks for",
        Expected.REFUSED,
        () -> sound.withCover(Bytes.png(9, 9, join(Lies.repeated(wrong, 8), right))));
    return list.files();
  }
}
