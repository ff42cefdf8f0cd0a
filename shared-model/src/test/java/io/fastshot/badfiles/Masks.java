package io.fastshot.badfiles;

import static io.fastshot.badfiles.Bytes.join;
import static io.fastshot.badfiles.Bytes.utf8;
import static io.fastshot.badfiles.Bytes.xor;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Masked with something else than the library's key. */
final class Masks {
  private static final String KEY = BadFile.KEY;

  private Masks() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("mask");
    byte[] json = utf8(Document.small().json());
    Map<String, byte[]> payloads = new LinkedHashMap<>();
    payloads.put("another key", xor(json, "other-key"));
    payloads.put("the key and one letter more", xor(json, KEY + "x"));
    payloads.put("the key but its last letter", xor(json, KEY.substring(0, KEY.length() - 1)));
    payloads.put("the key in capitals", xor(json, KEY.toUpperCase(java.util.Locale.ROOT)));
    payloads.put("the key turned by one", xor(json, KEY.substring(1) + KEY.charAt(0)));
    payloads.put("the key twice, which is no mask", xor(xor(json, KEY), KEY));
    payloads.put("the key and another", xor(xor(json, KEY), "other-key"));
    payloads.put("all bits turned", xor(json, "\u007f"));
    payloads.put(
        "one byte lost in front", xor(java.util.Arrays.copyOfRange(json, 1, json.length), KEY));
    payloads.put(
        "one byte of mask lost", java.util.Arrays.copyOfRange(xor(json, KEY), 1, json.length));
    payloads.put("one byte too many in front", join(new byte[1], xor(json, KEY)));
    payloads.put("a key that only begins right", begunRight(json));
    payloads.forEach((name, payload) -> {
      list.add(name, Expected.REFUSED, () -> join(Bytes.png(100, 100), Bytes.MARKER, payload));
      if (!java.util.Arrays.equals(payload, json)) {
        list.add(name + ", without cover", Expected.REFUSED, () -> payload);
      }
    });
    list.addClear("key missing", Expected.REFUSED, () -> Document.small().cloud(KEY));
    list.addClear("key missing, without cover", Expected.REFUSED, () -> xor(json, KEY));
    list.addClear("key missing, large", Expected.REFUSED, () -> Document.large().cloud(KEY));
    list.add("key wrong, large", Expected.REFUSED, () -> Document.large().cloud("other-key"));
    list.add(
        "whole container masked", Expected.REFUSED, () -> xor(Document.small().cloud(KEY), KEY));
    list.add(
        "masked from the middle on",
        Expected.REFUSED,
        () -> join(Bytes.png(100, 100), Bytes.MARKER, changed(xor(json, KEY), json)));
    return list.files();
  }

  /** A payload whose first bytes fit the key, so that only the parser notices. */
  private static byte[] begunRight(byte[] json) {
    return changed(xor(json, "other-key"), xor(json, KEY));
  }

  /** The first 300 bytes of one, the rest of the other. */
  private static byte[] changed(byte[] rest, byte[] first) {
    byte[] mixed = rest.clone();
    System.arraycopy(first, 0, mixed, 0, 300);
    return mixed;
  }
}
