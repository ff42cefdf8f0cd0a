package io.fastshot.store.s3;

import io.fastshot.store.Content;
import io.fastshot.store.ETag;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import io.fastshot.store.StoredChecksums;
import io.fastshot.store.parts.PartUploads;
import io.fastshot.store.parts.UploadedPart;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * Uploads in parts, with a CRC-64/NVME for each part and for the whole object.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html">
 *     checksums of uploads</a>
 */
final class S3PartUploads implements PartUploads {
  private static final String PUT = "s3:PutObject";
  private static final String ABORT = "s3:AbortMultipartUpload";
  private static final String LIST_PARTS = "s3:ListMultipartUploadParts";
  private static final String LIST_UPLOADS = "s3:ListBucketMultipartUploads";
  private static final String ANY = "*";

  /** S3 puts the parts together before it answers: that may take it minutes. */
  private static final Duration COMPLETION = Duration.ofMinutes(5);

  private final S3Settings settings;
  private final S3Clients s3;
  private final S3Errors errors;

  S3PartUploads(S3Settings settings, S3Clients s3, S3Errors errors) {
    this.settings = settings;
    this.s3 = s3;
    this.errors = errors;
  }

  private <T> T send(String action, String key, Supplier<T> request) {
    try {
      return S3Writes.inTime(request);
    } catch (SdkException e) {
      throw told(e, action, key);
    } catch (UncheckedIOException e) {
      throw new StoreException.Unavailable("the bytes for " + key + " cannot be read", e);
    }
  }

  private StoreException told(SdkException e, String action, String key) {
    return S3Errors.isUploadGone(e)
        ? new StoreException.UploadGone("the upload of " + key + " in parts has ended", e)
        : errors.of(e, action, key);
  }

  @Override
  public String begin(String key, Content about) {
    Map<String, String> metadata = new HashMap<>(about.userMetadata());
    String sha256 = about.sha256Hex();
    if (sha256 != null) {
      metadata.put(StoredChecksums.SHA256_METADATA, sha256);
    }
    String id =
        send(
            PUT,
            key,
            () ->
                s3.writes()
                    .createMultipartUpload(r ->
                        r.bucket(settings.bucket())
                            .key(key)
                            .contentType(about.contentType())
                            .contentEncoding(about.contentEncoding())
                            .metadata(metadata)
                            .checksumAlgorithm(ChecksumAlgorithm.CRC64_NVME)
                            .checksumType(ChecksumType.FULL_OBJECT))
                    .uploadId());
    return required(id, key);
  }

  @Override
  public UploadedPart put(String key, String upload, int number, Content part, String crc64nvme) {
    try (S3Upload body = new S3Upload(part)) {
      String etag =
          send(
              PUT,
              key,
              () ->
                  s3.writes()
                      .uploadPart(
                          r ->
                              r.bucket(settings.bucket())
                                  .key(key)
                                  .uploadId(upload)
                                  .partNumber(number)
                                  .contentLength(part.sizeBytes())
                                  .checksumCRC64NVME(crc64nvme)
                                  .overrideConfiguration(
                                      c -> c.apiCallAttemptTimeout(settings.patienceFor(part))),
                          body.body())
                      .eTag());
      return new UploadedPart(number, new ETag(required(etag, key)), part.sizeBytes(), crc64nvme);
    } catch (UncheckedIOException e) {
      throw new StoreException.Unavailable("the bytes for " + key + " cannot be read", e);
    }
  }

  @Override
  public PutOutcome complete(
      String key, String upload, List<UploadedPart> parts, String crc64nvme) {
    List<CompletedPart> completed =
        parts.stream()
            .map(part ->
                CompletedPart.builder()
                    .partNumber(part.number())
                    .eTag(part.etag().value())
                    .checksumCRC64NVME(part.crc64nvme())
                    .build())
            .toList();
    try {
      String etag =
          S3Writes.inTime(() ->
              s3.writes()
                  .completeMultipartUpload(r ->
                      r.bucket(settings.bucket())
                          .key(key)
                          .uploadId(upload)
                          .multipartUpload(m -> m.parts(completed))
                          .checksumCRC64NVME(crc64nvme)
                          .checksumType(ChecksumType.FULL_OBJECT)
                          .ifNoneMatch(ANY)
                          .overrideConfiguration(c -> c.apiCallAttemptTimeout(COMPLETION)))
                  .eTag());
      return new PutOutcome.Installed(new ETag(required(etag, key)));
    } catch (SdkException e) {
      int status = S3Errors.status(e);
      if (status == S3Errors.PRECONDITION_FAILED || status == S3Errors.CONFLICT) {
        return new PutOutcome.Conflict();
      }
      throw told(e, PUT, key);
    }
  }

  @Override
  public void abort(String key, String upload) {
    try {
      var _ =
          send(
              ABORT,
              key,
              () ->
                  s3.writes()
                      .abortMultipartUpload(
                          r -> r.bucket(settings.bucket()).key(key).uploadId(upload)));
    } catch (StoreException.UploadGone _) {
      // As it was wanted.
    }
  }

  @Override
  public List<UploadedPart> parts(String key, String upload) {
    return send(
        LIST_PARTS,
        key,
        () -> {
          List<UploadedPart> parts = new ArrayList<>();
          @Nullable Integer marker = null;
          do {
            Integer after = marker;
            var page =
                s3.reads()
                    .listParts(r ->
                        r.bucket(settings.bucket())
                            .key(key)
                            .uploadId(upload)
                            .partNumberMarker(after));
            page.parts().stream().map(S3PartUploads::part).forEach(parts::add);
            marker = Boolean.TRUE.equals(page.isTruncated()) ? page.nextPartNumberMarker() : null;
          } while (marker != null);
          return parts;
        });
  }

  private static UploadedPart part(Part part) {
    return new UploadedPart(
        part.partNumber(), new ETag(part.eTag()), part.size(), part.checksumCRC64NVME());
  }

  @Override
  public List<String> begun(String key) {
    return send(
            LIST_UPLOADS,
            key,
            () ->
                s3.reads()
                    .listMultipartUploads(r -> r.bucket(settings.bucket()).prefix(key))
                    .uploads())
        .stream()
        .filter(upload -> upload.key().equals(key))
        .map(MultipartUpload::uploadId)
        .toList();
  }

  /** An answer without what it must have may be an error that came as success. */
  private static String required(@Nullable String value, String key) {
    return Optional.ofNullable(value)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() ->
            new StoreException.Unavailable(
                "the answer about " + key + " is not complete, so it may not have worked", null));
  }
}
