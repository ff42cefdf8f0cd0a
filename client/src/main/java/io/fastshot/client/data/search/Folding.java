package io.fastshot.client.data.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts as they are compared: without case, accents and width, by the rules of Unicode (NFKD, full
 * case folding) and not by those of the machine's language.
 */
public final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folding() {}

  /** "Crème BRÛLÉE" and "ｃｒｅｍｅ brulee" become the same. */
  public static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return foldUnicode(text);
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static String foldUnicode(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    // Upper case first: ß and SS, ς and σ are each one letter. Then each by itself, as the lower
    // case of a sigma depends on its place in the word.
    StringBuilder folded = new StringBuilder(bare.length());
    bare.toUpperCase(Locale.ROOT)
        .codePoints()
        .forEach(letter -> folded.appendCodePoint(Character.toLowerCase(letter)));
    return folded.toString();
  }
}
