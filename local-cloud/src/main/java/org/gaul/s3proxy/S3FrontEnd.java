package org.gaul.s3proxy;

import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/** Hands out S3Proxy's servlet; S3Proxy itself would start a server that serves nothing else. */
public final class S3FrontEnd {
  private static final long MAX_PUT_BYTES = 5L << 30;
  private static final long MAX_HASHED_BODY_BYTES = 128L << 20;
  private static final int MAX_CHUNK_BYTES = 16 << 20;
  private static final Duration MAX_TIME_SKEW = Duration.ofMinutes(15);

  private S3FrontEnd() {}

  /**
   * The servlet that checks signatures (versions 2 and 4, in headers and in presigned URLs) and
   * serves a store.
   *
   * @param ahead how far the store's clock is ahead of this machine's, by which the servlet judges
   *     when a request was signed
   */
  public static HttpServlet servlet(
      BlobStore store, String accessKey, String secretKey, Duration ahead) {
    return new S3ProxyHandlerJetty(
        store,
        AuthenticationType.AWS_V2_OR_V4,
        accessKey,
        secretKey,
        /* virtualHost= */ null,
        MAX_PUT_BYTES,
        MAX_HASHED_BODY_BYTES,
        MAX_CHUNK_BYTES,
        /* ignoreUnknownHeaders= */ true,
        /* corsRules= */ null,
        /* servicePath= */ "",
        Math.toIntExact(MAX_TIME_SKEW.plus(ahead.abs()).toSeconds()),
        /* metrics= */ null);
  }
}
