package io.fastshot.badfiles;

import static io.fastshot.badfiles.Document.quoted;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.List;

/** Times of saving that no clock shows. */
final class Dates {
  private static final List<String> TIMES =
      List.of(
          "0000-00-00T00:00:00",
          "9999-12-31T23:59:59",
          "+999999999-12-31T23:59:59.999999999",
          "-999999999-01-01T00:00:00",
          "2025-02-30T10:00:00",
          "2025-13-01T00:00:00",
          "2025-06-21T24:00:00",
          "2025-06-21T23:59:60",
          "2025-06-21T11:46:15Z",
          "2025-06-21T11:46:15+25:00",
          "2025-06-21",
          "11:46:15",
          "21.06.2025",
          "1750506375",
          "-1",
          "NaN",
          "tomorrow",
          "2025-06-21T11:46:15.1234567890123",
          "２０２５-06-21T11:46:15",
          "2025-06-21T11:46:15\\n2026",
          "\\u202e51:64:11",
          "P1D",
          "0",
          "🕐");

  private Dates() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("date");
    for (String time : TIMES) {
      list.add(
          "metadata of " + time,
          Expected.READ,
          () -> Document.small().withMetadata("created_at", quoted(time)).cloud(BadFile.KEY));
      list.add(
          "cover of " + time,
          Expected.READ,
          () -> CurrentFile.sound().claiming("created_at", quoted(time)).bytes());
      list.add(
          "timestamp of " + time,
          Expected.READ,
          () ->
              Document.cloud(
                  "{\"session\": "
                      + Document.small().withSession("timestamp", quoted(time)).sessionJson()
                      + "}",
                  BadFile.KEY));
    }
    for (String base :
        List.of(
            "00000000000000_x",
            "99999999999999_x",
            "20250230114615_x",
            "20251321114615_x",
            "2025062111461_x",
            "202506211146155_x",
            "-2025062111461_x",
            "２０２５０６２１１１４６１５_x")) {
      list.addNamed(
          "file name of " + base,
          base,
          Expected.READ,
          () -> Document.cloud("{\"windows\": []}", BadFile.KEY));
    }
    return list.files();
  }
}
