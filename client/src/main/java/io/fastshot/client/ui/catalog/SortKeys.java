package io.fastshot.client.ui.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Locale;

/**
 * What rows are compared by, as bytes that compare as unsigned numbers: made once per row, where a
 * comparison of texts by the rules of a language costs microseconds and a sort makes millions.
 */
final class SortKeys {
  private static final byte[] NOTHING = {};
  private static final byte[] LAST = {1};

  /** One per thread: a collator lets in one at a time. */
  private static final ThreadLocal<Collator> COLLATOR =
      ThreadLocal.withInitial(() -> {
        Collator collator = Collator.getInstance(Locale.getDefault());
        collator.setStrength(Collator.SECONDARY);
        return collator;
      });

  private SortKeys() {}

  /** All are equal. */
  static byte[] none() {
    return NOTHING;
  }

  /** As people of this locale sort, case apart; empty texts last. */
  static byte[] text(String text) {
    if (text.isEmpty()) {
      return LAST;
    }
    byte[] key = COLLATOR.get().getCollationKey(text).toByteArray();
    return ByteBuffer.allocate(1 + key.length).put((byte) 0).put(key).array();
  }

  /** By the numbers of the characters. */
  static byte[] plain(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** By size; 0 or more. */
  static byte[] number(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }
}
