package io.fastshot.badfiles;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sound sessions under names that are attacks or accidents. */
final class FileNames {
  private FileNames() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("file name");
    Map<String, String> names = new LinkedHashMap<>();
    paths(names);
    characters(names);
    names.put("suffix twice", "20250621114615_a.fastshot");
    names.put("suffix in the middle", "20250621114615_a.fastshot.b");
    names.put("a meta index", "20250621114615_x.meta.json");
    names.put("the overall index", "overall_meta.json");
    names.put("a space alone", " ");
    names.put("spaces around", " 20250621114615_a ");
    names.put("a dot alone", ".");
    names.put(
        "as long as its meta index allows", "n".repeat(1024 - "meta_indexes/.meta.json".length()));
    names.put(
        "one too long for its meta index", "n".repeat(1025 - "meta_indexes/.meta.json".length()));
    names.put("as long as a key may be", "n".repeat(1024 - "sessions/.fastshot".length()));
    names.put("250 keys outside the base plane", "🔑".repeat(250));
    names.forEach((name, base) ->
        list.addNamed(name, base, Expected.READ, () -> Document.small().cloud(BadFile.KEY)));
    names.remove("as long as a key may be"); // with "bad" before it, it is longer
    names.forEach((name, base) ->
        list.addNamed(
            name + ", and it is no session",
            "bad" + base,
            Expected.REFUSED,
            () -> Bytes.utf8(name)));
    return list.files();
  }

  private static void paths(Map<String, String> names) {
    names.put("a way up", "../../../../etc/passwd");
    names.put("a way up with backslashes", "..\\..\\windows\\system32\\config");
    names.put("a way up, encoded", "%2e%2e%2f%2e%2e%2fetc%2fpasswd");
    names.put("a way up into the index", "../overall_meta.json");
    names.put("an absolute path", "/etc/passwd");
    names.put("two slashes", "a//b");
    names.put("a slash at the end", "a/");
    names.put("a drive", "C:\\x");
    names.put("a stream", "x:hidden");
    names.put("a device", "CON");
    names.put("a URL", "https://example.org/?a=b&c=d#e");
    names.put("a home", "~root/x");
    names.put("an option", "--help");
    names.put("a command", "$(touch x) `x` ; rm -rf * | x > y");
  }

  private static void characters(Map<String, String> names) {
    names.put("a plus and a percent", "1+1=100%25%");
    names.put("quotes", "\"a\" 'b'");
    names.put("markup", "<b>&amp;</b>");
    names.put("a turn of direction", "a\u202etohstsaf.exe");
    names.put("marks that nobody sees", "\u200b\u200d\u2060\ufeff");
    names.put("combining marks", "e" + "\u0301".repeat(200));
    names.put("composed", "\u00e9");
    names.put("decomposed", "e\u0301");
    names.put("a line separator", "a\u2028b");
    names.put("right to left", "שלום עולם");
    names.put("Chinese", "会议记录");
    names.put("a flag", "🏳️‍🌈");
    names.put("a noncharacter", "a\uffffb");
    names.put("private use", "a\ue000b");
    names.put("NUL", "a\0b");
    names.put("a line break", "a\nb");
    names.put("controls", "\u0001\u001b[31m\u007f");
  }
}
