package io.fastshot.store.s3;

import io.fastshot.store.Content;
import io.fastshot.store.StoredChecksums;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The bytes of one put, in the SDK's terms. Closing it closes what the SDK opened: once to send,
 * and over plain HTTP once before that, to sign.
 */
final class S3Upload implements AutoCloseable {
  private final Content content;
  private final List<InputStream> opened = new ArrayList<>();

  S3Upload(Content content) {
    this.content = content;
  }

  /** Adds type, encoding, checksum and metadata to a request. */
  void describe(PutObjectRequest.Builder request) {
    Map<String, String> metadata = new HashMap<>(content.userMetadata());
    String sha256 = content.sha256Hex();
    if (sha256 != null) {
      metadata.put(StoredChecksums.SHA256_METADATA, sha256);
      request.checksumSHA256(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)));
    }
    request
        .contentType(content.contentType())
        .contentEncoding(content.contentEncoding())
        .metadata(metadata);
  }

  /** The bytes. */
  RequestBody body() {
    return RequestBody.fromContentProvider(this::open, content.sizeBytes(), content.contentType());
  }

  private InputStream open() {
    try {
      InputStream in = content.source().open();
      opened.add(in);
      return in;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    @Nullable IOException failure = null;
    for (InputStream in : opened) {
      try {
        in.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw new UncheckedIOException(failure);
    }
  }
}
