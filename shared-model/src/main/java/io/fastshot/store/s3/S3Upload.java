package io.fastshot.store.s3;

import io.fastshot.store.Content;
import io.fastshot.store.StoredChecksums;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  /**
   * The request with type, encoding, checksum and metadata.
   *
   * @param bySha256 whether the checksum is {@code x-amz-checksum-sha256}; else {@code Content-MD5}
   */
  PutObjectRequest describe(PutObjectRequest.Builder request, boolean bySha256) {
    Map<String, String> metadata = new HashMap<>(content.userMetadata());
    byte[] md5 = md5();
    String sha256 = content.sha256Hex();
    if (sha256 != null) {
      metadata.put(StoredChecksums.SHA256_METADATA, sha256);
      metadata.put(StoredChecksums.MD5_METADATA, HexFormat.of().formatHex(md5));
    }
    String proof = bySha256 && sha256 != null ? base64(HexFormat.of().parseHex(sha256)) : null;
    return request
        .checksumSHA256(proof)
        .contentMD5(proof == null ? base64(md5) : null)
        .contentType(content.contentType())
        .contentEncoding(content.contentEncoding())
        .metadata(metadata)
        .build();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private byte[] md5() {
    try (InputStream in = content.source().open();
        DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("MD5"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      return digested.getMessageDigest().digest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
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
