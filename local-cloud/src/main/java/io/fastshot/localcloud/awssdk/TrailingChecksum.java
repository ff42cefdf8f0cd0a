package io.fastshot.localcloud.awssdk;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Checksum;
import org.gaul.s3proxy.checksum.FlexChecksum;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.checksums.SdkChecksum;

/**
 * What stands behind the last byte of a body in chunks: the end, and a checksum of the content.
 *
 * <p>S3Proxy stops reading at the last byte of the content, so it takes a wrong checksum for a
 * right one, and a body that is cut off behind that byte for a whole one. The store, which has the
 * content then and has not published it, asks here.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">Body
 *     in chunks with trailers</a>
 */
final class TrailingChecksum {
  /** Of the request that the current thread works on. */
  static final ScopedValue<TrailingChecksum> CURRENT = ScopedValue.newInstance();

  private static final int BAD_REQUEST = 400;
  private static final int MAX_BYTES = 8 * 1024;

  private final InputStream raw;
  private final @Nullable String name;
  private final @Nullable SdkChecksum sum;

  /**
   * @param raw the request's body as it comes
   * @param name of the trailing header; null if there is none
   */
  TrailingChecksum(InputStream raw, @Nullable String name) {
    this.raw = raw;
    this.name = name == null ? null : name.strip().toLowerCase(Locale.ROOT);
    FlexChecksum algorithm = this.name == null ? null : FlexChecksum.fromHeaderName(this.name);
    this.sum = algorithm == null ? null : algorithm.newChecksum();
  }

  /** The content, which must be read through what this returns. */
  static InputStream watched(InputStream content) {
    Checksum sum = CURRENT.isBound() ? CURRENT.get().sum : null;
    return sum == null ? content : new Watched(content, sum);
  }

  /** Throws 400 unless the body ends behind the content, with the right checksum if with one. */
  static void verify() throws IOException {
    if (CURRENT.isBound()) {
      CURRENT.get().verifyRest();
    }
  }

  private void verifyRest() throws IOException {
    String line = line();
    if (line != null && line.isEmpty()) {
      line = line(); // the end of the last chunk
    }
    if (line == null || !line.split(";", 2)[0].strip().matches("0+")) {
      throw S3Refusals.of(
          BAD_REQUEST, "IncompleteBody", "The body does not end where its content ends");
    }
    Map<String, String> trailers = trailers();
    if (name == null) {
      return;
    }
    if (sum == null) {
      throw S3Refusals.of(
          BAD_REQUEST, "InvalidRequest", "The value specified in x-amz-trailer is not supported");
    }
    String given = trailers.get(name);
    if (given == null) {
      throw S3Refusals.of(
          BAD_REQUEST, "MalformedTrailerError", "The body ends without its trailer " + name);
    }
    if (!given.equals(Base64.getEncoder().encodeToString(sum.getChecksumBytes()))) {
      throw S3Refusals.of(
          BAD_REQUEST,
          "BadDigest",
          "The " + name + " you specified did not match what we received.");
    }
  }

  private Map<String, String> trailers() throws IOException {
    Map<String, String> trailers = new HashMap<>();
    for (String line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        trailers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return trailers;
  }

  /** Up to the end of a line; null at the end of the body. */
  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = raw.read(); c != '\n'; c = raw.read()) {
      if (c < 0) {
        return line.size() == 0 ? null : line.toString(StandardCharsets.US_ASCII);
      }
      if (line.size() == MAX_BYTES) {
        throw S3Refusals.of(BAD_REQUEST, "IncompleteBody", "The body's trailer is too long");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.US_ASCII).strip();
  }

  private static final class Watched extends FilterInputStream {
    private final Checksum sum;

    Watched(InputStream content, Checksum sum) {
      super(content);
      this.sum = sum;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        sum.update(b);
      }
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      if (n > 0) {
        sum.update(bytes, from, n);
      }
      return n;
    }
  }
}
