package io.fastshot.localcloud.disk;

import java.util.Comparator;

/** The order of keys in S3: that of their UTF-8 bytes, which is that of their code points. */
public final class Utf8Order implements Comparator<String> {

  /** Sorts behind every key that begins with the text before it. */
  public static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  @Override
  public int compare(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Character.isSurrogate(x) == Character.isSurrogate(y)
            ? Character.compare(x, y)
            : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
