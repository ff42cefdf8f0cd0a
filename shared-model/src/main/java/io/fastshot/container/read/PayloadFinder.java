package io.fastshot.container.read;

import io.fastshot.container.Format;
import io.fastshot.container.FormatException;
import io.fastshot.container.Metadata;
import io.fastshot.container.Payload;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.json.Reasons;
import io.fastshot.container.png.Png;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the payload: behind a PNG cover, or the whole file where there is none. Looks at the head
 * of the file only.
 */
public final class PayloadFinder {
  /** Enough to tell JSON from anything else. */
  private static final int SAMPLE_BYTES = 256;

  /**
   * The payload.
   *
   * @param payloads one; two, the likelier first, where a file without cover may be either clear or
   *     masked
   * @param declaration of a current file; null in the original's
   * @param coverEnd where the cover ends; 0 without one
   */
  public record Found(List<Payload> payloads, @Nullable Declaration declaration, long coverEnd) {}

  private final XorMask legacyKey;

  public PayloadFinder(XorMask legacyKey) {
    this.legacyKey = legacyKey;
  }

  /**
   * Finds the payload. One request of 64 KiB in most files.
   *
   * @throws FormatException if there is none, or the key does not fit it
   */
  public Found find(HeadBuffer head) throws IOException, FormatException {
    if (head.fileSize() == 0) {
      throw new FormatException(Reasons.EMPTY);
    }
    if (!Png.hasSignature(head.keptBytes())) {
      return new Found(withoutCover(head), null, 0);
    }
    Cover cover = Cover.walk(head);
    if (cover.payloadOffset() >= head.fileSize()) {
      throw new FormatException(Reasons.EMPTY_PAYLOAD);
    }
    Declaration declaration = cover.declaration();
    Payload payload =
        declaration == null
            ? original(head, cover.payloadOffset())
            : current(head, cover.payloadOffset(), declaration);
    return new Found(List.of(payload), declaration, cover.endOffset());
  }

  private Payload original(HeadBuffer head, long offset) throws IOException, FormatException {
    byte[] sample = head.bytes(offset, SAMPLE_BYTES);
    Format format = legacyKey.isEmpty() ? Format.CLOUD_PLAIN : Format.CLOUD_XOR;
    if (!startsAsObject(sample, legacyKey)) {
      throw new FormatException(misfit(sample));
    }
    return new Payload(format, offset, legacyKey);
  }

  private String misfit(byte[] sample) {
    if (legacyKey.isEmpty()) {
      return firstVisible(sample) == '[' ? Reasons.JSON_BUT_NO_SESSION : Reasons.KEY_MISSING;
    }
    return startsAsObject(sample, XorMask.none()) ? Reasons.KEY_NOT_NEEDED : Reasons.KEY_WRONG;
  }

  private Payload current(HeadBuffer head, long offset, Declaration declaration)
      throws FormatException {
    Metadata.PayloadClaim claim = declaration.payload();
    if (head.fileSize() - offset != claim.bytes()) {
      throw new FormatException(Reasons.sizeDiffers(offset + claim.bytes(), head.fileSize()));
    }
    XorMask mask = claim.alg().equals(Declaration.XOR) ? legacyKey : XorMask.none();
    return new Payload(Format.CURRENT, offset, mask);
  }

  private List<Payload> withoutCover(HeadBuffer head) throws IOException, FormatException {
    byte[] sample = head.bytes(0, SAMPLE_BYTES);
    List<Payload> payloads = new ArrayList<>();
    if (startsAsObject(sample, XorMask.none())) {
      payloads.add(new Payload(Format.JSON, 0, XorMask.none()));
    }
    if (!legacyKey.isEmpty() && startsAsObject(sample, legacyKey)) {
      payloads.add(new Payload(Format.JSON_XOR, 0, legacyKey));
    }
    if (payloads.isEmpty()) {
      throw new FormatException(foreign(sample));
    }
    return payloads;
  }

  private static String foreign(byte[] sample) {
    if (sample.length >= 3
        && sample[0] == (byte) 0xEF
        && sample[1] == (byte) 0xBB
        && sample[2] == (byte) 0xBF) {
      return Reasons.BYTE_ORDER_MARK;
    }
    return firstVisible(sample) == '[' ? Reasons.JSON_BUT_NO_SESSION : Reasons.NOT_A_SESSION;
  }

  /** Whether unmasked bytes start as a JSON object does. */
  private static boolean startsAsObject(byte[] sample, XorMask mask) {
    byte[] clear = sample.clone();
    mask.apply(clear, 0, clear.length, 0);
    int brace = skipSpace(clear, 0);
    if (brace == clear.length) {
      return true; // nothing but white space so far: the parser decides
    }
    if (clear[brace] != '{') {
      return false;
    }
    int next = skipSpace(clear, brace + 1);
    return next == clear.length || clear[next] == '"' || clear[next] == '}';
  }

  private static int firstVisible(byte[] sample) {
    int at = skipSpace(sample, 0);
    return at == sample.length ? -1 : sample[at];
  }

  private static int skipSpace(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  /** Whether a byte is JSON's white space. */
  static boolean isSpace(byte value) {
    return value == ' ' || value == '\n' || value == '\r' || value == '\t';
  }
}
