package io.fastshot.client.data.bytes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The only way from a name that anybody may have chosen to a file name on this machine.
 *
 * <p>The result is a readable stem of letters, digits, {@code -} and {@code _}, at most {@link
 * #MAX_STEM} characters, then {@code ~} and 16 hex digits of the name's SHA-256. So it has no
 * separator, no dot, is never a reserved name of Windows, fits every file system, and two names
 * that differ in case only stay apart. It cannot be turned back.
 */
public final class SafeFileName {
  private static final int MAX_STEM = 60;
  private static final int HASH_BYTES = 8;

  /** What every common file system takes. */
  private static final int MAX_NAME_BYTES = 240;

  private static final Pattern NOT_ALLOWED = Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|]|[. ]+$");

  /** Devices of Windows, whatever follows their dot. */
  private static final Pattern RESERVED =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$)", Pattern.CASE_INSENSITIVE);

  private SafeFileName() {}

  /** The file name of a name, without extension. */
  public static String of(String name) {
    StringBuilder stem = new StringBuilder(MAX_STEM);
    for (int i = 0; i < name.length() && stem.length() < MAX_STEM; i++) {
      char c = name.charAt(i);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
      stem.append(plain ? c : '_');
    }
    return stem + "~" + hash(name);
  }

  /**
   * The name under which a person gets a copy of a file: as it is, with what is not allowed
   * everywhere replaced by {@code _}.
   *
   * @param filename with its extension, such as the name of a session file
   */
  public static String forPerson(String filename) {
    String plain = NOT_ALLOWED.matcher(filename).replaceAll("_");
    if (plain.startsWith(".") || RESERVED.matcher(plain).lookingAt()) {
      plain = "_" + plain;
    }
    if (plain.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES) {
      return plain;
    }
    int dot = plain.lastIndexOf('.');
    return of(filename) + (dot < 0 ? "" : plain.substring(dot));
  }

  /** 16 hex digits that stand for a text. */
  public static String hash(String text) {
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
  }

  /** A fresh SHA-256, which every Java has. */
  public static MessageDigest sha256() {
    return digest("SHA-256");
  }

  /** A fresh MD5, which every Java has; only compared with the ETags of S3. */
  static MessageDigest md5() {
    return digest("MD5");
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
