package io.fastshot.badfiles;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.List;

/** Windows that are none, too many, or hold anything but what they should. */
final class Windows {
  private static final List<String> MEMBERS =
      List.of("index", "geometry", "scale", "image_data", "draw_history", "is_hidden", "window_id");

  private Windows() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("window");
    for (String member : MEMBERS) {
      WrongTypes.values()
          .forEach((name, value) ->
              list.add(
                  member + " is " + name,
                  Expected.READ,
                  () -> Document.small().withWindow(member, value).cloud(BadFile.KEY)));
    }
    for (int count : new int[] {100_000, 100_001, 2_000_000}) {
      String windows = "[" + "0,".repeat(count - 1) + "0]";
      list.add(
          count + " windows",
          count > 100_000 ? Expected.REFUSED_AS_A_WHOLE : Expected.READ,
          () -> Document.small().withSession("windows", windows).cloud(BadFile.KEY));
    }
    String history = "[" + "[1,2],".repeat(300_000) + "[1,2]]";
    list.add(
        "two MB of annotations",
        Expected.READ,
        () -> Document.small().withWindow("draw_history", history).cloud(BadFile.KEY));
    list.add(
        "995 levels of annotations",
        Expected.REFUSED_AS_A_WHOLE,
        () ->
            Document.small()
                .withWindow("draw_history", "[".repeat(995) + "]".repeat(995))
                .cloud(BadFile.KEY));
    list.add(
        "no windows at all",
        Expected.REFUSED,
        () -> Document.cloud("{\"session\": {}, \"metadata\": {}}", BadFile.KEY));
    return list.files();
  }
}
