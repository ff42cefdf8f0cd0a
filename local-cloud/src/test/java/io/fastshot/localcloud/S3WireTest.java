package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Bodies, keys and uploads that no client library would send. */
final class S3WireTest extends OnOneStore {
  private static final String UNSIGNED_TRAILER = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

  @Test
  void anUploadIsOneOfItsKeyOnly() {
    String id = s3.createMultipartUpload(r -> r.bucket(bucket).key("parts/a")).uploadId();
    String etag = part("parts/a", id);

    assertThatThrownBy(() -> part("parts/b", id)).isInstanceOf(NoSuchUploadException.class);
    assertThatThrownBy(() -> complete("parts/b", id, etag))
        .isInstanceOf(NoSuchUploadException.class);
    assertThatThrownBy(
            () -> s3.abortMultipartUpload(r -> r.bucket(bucket).key("parts/b").uploadId(id)))
        .isInstanceOf(NoSuchUploadException.class);
    complete("parts/a", id, etag);

    assertThat(exists("parts/a")).isTrue();
    assertThat(exists("parts/b")).isFalse();
  }

  private String part(String key, String id) {
    return s3.uploadPart(
            r -> r.bucket(bucket).key(key).uploadId(id).partNumber(1),
            RequestBody.fromString("part"))
        .eTag();
  }

  private void complete(String key, String id, String etag) {
    s3.completeMultipartUpload(r ->
        r.bucket(bucket)
            .key(key)
            .uploadId(id)
            .multipartUpload(
                m -> m.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));
  }

  @Test
  void moreThanAThousandKeysAreNotDeletedAtOnce() throws IOException {
    put("thousand/1", "x");
    String body =
        IntStream.rangeClosed(1, 1001)
            .mapToObj(i -> "<Object><Key>thousand/" + i + "</Key></Object>")
            .collect(Collectors.joining("", "<Delete>", "</Delete>"));

    RawRequest.Answer answer =
        request("POST", "", "delete")
            .header("content-md5", RawRequest.md5(body))
            .body(body)
            .sign()
            .send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(exists("thousand/1")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"POST,'',delete", "POST,/key,uploadId=1", "PUT,/key,acl", "PUT,'',''"})
  void aDocumentOf100MegabytesIsRefusedUnread(String method, String key, String query)
      throws IOException {
    RawRequest.Answer answer =
        request(method, key, query).sign("s3", "0".repeat(64)).send(100L << 20);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>MaxMessageLengthExceeded</Code>");
  }

  @Test
  void aDocumentThatDoesNotTellItsLengthIsBoundedToo() throws IOException {
    String chunk = "x".repeat(1 << 20);
    String chunks = ("100000\r\n" + chunk + "\r\n").repeat(10) + "0\r\n\r\n";

    RawRequest.Answer answer =
        request("POST", "", "delete")
            .sign("s3", "UNSIGNED-PAYLOAD")
            .unsigned("Transfer-Encoding", "chunked")
            .body(chunks)
            .sendAsItIs();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("Your request was too big");
  }

  @Test
  void aKeyIs1024BytesAtMost() throws IOException {
    String longest = "長".repeat(341) + "x";

    put(longest, "x");
    assertThatThrownBy(() -> put(longest + "x", "x"))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("KeyTooLongError");
            });
    assertThatThrownBy(() -> s3.createMultipartUpload(r -> r.bucket(bucket).key(longest + "x")))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("too long");
    assertThatThrownBy(() ->
            s3.copyObject(r ->
                r.sourceBucket(bucket)
                    .sourceKey(longest)
                    .destinationBucket(bucket)
                    .destinationKey(longest + "x")))
        .hasMessageContaining("too long");
  }

  @ParameterizedTest
  @CsvSource({
    "right,x-amz-checksum-crc32:NhCmhg==,200,",
    "wrong,x-amz-checksum-crc32:AAAAAA==,400,BadDigest",
    "missing,'',400,MalformedTrailerError"
  })
  void theChecksumBehindABodyIsChecked(String key, String trailer, int status, String code)
      throws IOException {
    RawRequest.Answer answer = inChunks(key, "5\r\nhello\r\n0\r\n" + trailer + "\r\n\r\n").send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(exists("chunks/" + key)).isEqualTo(status == 200);
    if (code != null) {
      assertThat(answer.body()).contains("<Code>" + code + "</Code>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"5\r\nhello\r\n", "5\r\nhello", "3\r\nhel\r\n0\r\n\r\n"})
  void aBodyThatDoesNotEndWhereItsContentEndsIsRefused(String body) throws IOException {
    RawRequest.Answer answer = inChunks("cut", body).send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(exists("chunks/cut")).isFalse();
  }

  private RawRequest inChunks(String key, String body) {
    return request("PUT", "/chunks/" + key, "")
        .header("content-encoding", "aws-chunked")
        .header("x-amz-decoded-content-length", "5")
        .header("x-amz-trailer", "x-amz-checksum-crc32")
        .body(body)
        .sign("s3", UNSIGNED_TRAILER);
  }
}
