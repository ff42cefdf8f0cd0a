package io.fastshot.localcloud.http;

/** Text inside an XML element, as S3 writes it. */
public final class XmlText {
  private XmlText() {}

  /**
   * The text, escaped. Characters that XML 1.0 has no place for, such as U+0001, become references
   * as in S3's own answers: parsers of XML 1.0 refuse those, but what a lenient one reads is whole.
   */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          if (c == '<' || c == '>' || c == '&' || !isPlain(c)) {
            escaped.append("&#x").append(Integer.toHexString(c)).append(';');
          } else {
            escaped.appendCodePoint(c);
          }
        });
    return escaped.toString();
  }

  /** Whether XML 1.0 can hold a text, as characters or by references. */
  static boolean isSayable(String text) {
    return text.codePoints().allMatch(c -> c == '\t' || c == '\n' || c == '\r' || isPlain(c));
  }

  private static boolean isPlain(int c) {
    return c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
  }
}
