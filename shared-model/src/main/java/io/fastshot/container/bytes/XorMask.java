package io.fastshot.container.bytes;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The original's mask: every payload byte XORed with the key's UTF-8 bytes, repeating from payload
 * byte 0. Applying it twice gives the bytes back.
 *
 * <p>It protects nothing: a payload starts with known text, which gives the key away. It is here so
 * that such files can be read, and written for the original.
 *
 * <p><b>Threads:</b> safe from any number.
 */
public final class XorMask {
  private static final XorMask NONE = new XorMask(() -> "");

  private final Supplier<String> source;

  /** Null until it is needed; the same for ever after. */
  private volatile byte @Nullable [] known;

  private XorMask(Supplier<String> source) {
    this.source = source;
  }

  private byte[] key() {
    byte[] key = known;
    if (key == null) {
      key = source.get().strip().getBytes(StandardCharsets.UTF_8);
      known = key;
    }
    return key;
  }

  /** The mask of a key that may not be set: {@link #none()} if it is null or blank. */
  public static XorMask ofOptional(@Nullable String key) {
    return key == null ? none() : of(key);
  }

  /**
   * The mask of a key as the user configured it.
   *
   * @param key surrounding white space is dropped, as the original does; empty gives no mask
   */
  public static XorMask of(String key) {
    return key.isBlank() ? NONE : new XorMask(() -> key);
  }

  /**
   * The mask of a key that is fetched when the first file asks for it.
   *
   * @param key what {@link #of} takes; an exception of it is handed on to whoever needs the mask,
   *     and the next one tries again. Called by several threads at once at worst
   */
  public static XorMask lazily(Supplier<String> key) {
    return new XorMask(key);
  }

  /** No key: payloads stand in clear. */
  public static XorMask none() {
    return NONE;
  }

  /** Whether no key is set, so that applying it changes nothing. */
  public boolean isEmpty() {
    return key().length == 0;
  }

  /**
   * Four hexadecimal digits that tell this key from almost every other; empty if no key is set.
   * Tells next to nothing of the key.
   */
  public String fingerprint() {
    byte[] key = key();
    return key.length == 0 ? "" : HexFormat.of().formatHex(Sha256.digest().digest(key), 0, 2);
  }

  /**
   * Puts the mask on bytes, or takes it off, in place.
   *
   * @param from index in {@code bytes} of the first byte
   * @param length number of bytes
   * @param payloadOffset offset of that first byte in the payload; 0 or more
   */
  public void apply(byte[] bytes, int from, int length, long payloadOffset) {
    byte[] key = key();
    if (key.length == 0) {
      return;
    }
    int phase = (int) (payloadOffset % key.length);
    for (int i = from; i < from + length; i++) {
      bytes[i] ^= key[phase];
      phase = phase + 1 == key.length ? 0 : phase + 1;
    }
  }

  /**
   * A stream with the mask taken off.
   *
   * @param payloadOffset offset in the payload of the stream's first byte
   * @return closes {@code masked} when closed
   */
  public InputStream unmask(InputStream masked, long payloadOffset) {
    return isEmpty() ? masked : new XorInputStream(masked, this, payloadOffset);
  }

  /** A stream that puts the mask on what is written to it, from payload byte 0. */
  public OutputStream mask(OutputStream out) {
    return isEmpty() ? out : new XorOutputStream(out, this);
  }
}
