package io.fastshot.badfiles;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the bad files of one category. */
final class BadFileList {
  private final String category;
  private final List<BadFile> files = new ArrayList<>();

  BadFileList(String category) {
    this.category = category;
  }

  /** A file in a library with the usual key. */
  void add(String name, Expected expected, Supplier<byte[]> maker) {
    add(name, BadFile.KEY, expected, maker);
  }

  /** A file in a library without a key. */
  void addClear(String name, Expected expected, Supplier<byte[]> maker) {
    add(name, "", expected, maker);
  }

  void add(String name, String key, Expected expected, Supplier<byte[]> maker) {
    String base =
        "20250621114615_"
            + (category + " " + name).replaceAll("[^A-Za-z0-9]+", "_")
            + "_"
            + files.size();
    files.add(new BadFile(category, name, key, base, expected, maker));
  }

  /** A file with a name of its own in the bucket. */
  void addNamed(String name, String base, Expected expected, Supplier<byte[]> maker) {
    files.add(new BadFile(category, name, BadFile.KEY, base, expected, maker));
  }

  List<BadFile> files() {
    return files;
  }
}
