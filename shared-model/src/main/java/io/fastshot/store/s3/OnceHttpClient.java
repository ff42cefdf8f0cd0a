package io.fastshot.store.s3;

import java.io.InputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Keeps the JDK from sending a request twice.
 *
 * <p>When a kept connection breaks before the answer, {@link java.net.HttpURLConnection} repeats
 * the request by itself, without telling, unless it has a streamed body. A removal or copy, which
 * has no body, could so be applied again after somebody else's write. Here such requests get an
 * empty streamed body.
 */
final class OnceHttpClient implements SdkHttpClient {
  private static final String CONTENT_LENGTH = "Content-Length";

  /**
   * A stream for each request. The SDK's {@code fromInputStreamSupplier} closes the one that it
   * gave before, which may be another thread's.
   */
  private static final ContentStreamProvider EMPTY = InputStream::nullInputStream;

  private final SdkHttpClient http;

  /** Sends over {@code http}, which stays the caller's to close. */
  OnceHttpClient(SdkHttpClient http) {
    this.http = http;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    if (request.contentStreamProvider().isPresent()) {
      return http.prepareRequest(request);
    }
    SdkHttpRequest head = request.httpRequest().toBuilder().putHeader(CONTENT_LENGTH, "0").build();
    HttpExecuteRequest.Builder streamed =
        HttpExecuteRequest.builder().request(head).contentStreamProvider(EMPTY);
    request.metricCollector().ifPresent(streamed::metricCollector);
    return http.prepareRequest(streamed.build());
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {}
}
