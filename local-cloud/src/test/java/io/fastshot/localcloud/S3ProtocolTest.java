package io.fastshot.localcloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What S3 clients do, as the AWS SDK does it. */
final class S3ProtocolTest extends OnOneStore {
  private static final int PART = 5 << 20;

  private String get(String key) {
    return s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asUtf8String();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "odd/with space", "odd/a+b", "odd/100%", "odd/%2F", "odd/..", "odd/../up", "odd//double",
        "odd/trailing/", "odd/登录页面", "odd/😀", "odd/a&b=c?d#e", "odd/'\"<>", "odd/a\\b", "odd/~*!()"
      })
  void oddKeysAreKept(String key) {
    put(key, key);

    assertThat(get(key)).isEqualTo(key);
    assertThat(s3.listObjectsV2(r -> r.bucket(bucket).prefix(key)).contents())
        .extracting(S3Object::key)
        .contains(key);
    s3.deleteObject(r -> r.bucket(bucket).key(key));
    assertThat(s3.listObjectsV2(r -> r.bucket(bucket).prefix(key)).contents())
        .extracting(S3Object::key)
        .doesNotContain(key);
  }

  @Test
  void wrongSecretIsRefusedWith403() {
    try (S3Client stranger = Clouds.s3(cloud.info(), "wrong")) {
      assertThatThrownBy(() -> stranger.listObjectsV2(r -> r.bucket(bucket)))
          .isInstanceOfSatisfying(
              S3Exception.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(403);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
              });
    }
  }

  @Test
  void whoIsRefusedForItsAddressIsToldThatTheConnectionIsClosed() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(cloud.info().endpoint().resolve("/" + bucket + "/a%00b"))
            .PUT(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("<Code>InvalidRequest</Code>");
      assertThat(answer.headers().firstValue("Connection")).hasValue("close");
    }
  }

  @Test
  void multipartIsPutTogetherInTheOrderOfItsParts() {
    byte[] first = new byte[PART];
    new Random(1).nextBytes(first);
    byte[] second = "the end".getBytes(UTF_8);
    String id =
        s3.createMultipartUpload(
                r -> r.bucket(bucket).key("multi").contentType("a/b").metadata(Map.of("k", "v")))
            .uploadId();
    String etag2 = part("multi", id, 2, second);
    String etag1 = part("multi", id, 1, first);
    assertThat(s3.listParts(r -> r.bucket(bucket).key("multi").uploadId(id)).parts()).hasSize(2);
    assertThat(s3.listMultipartUploads(r -> r.bucket(bucket)).uploads()).hasSize(1);

    String etag =
        s3.completeMultipartUpload(r ->
                r.bucket(bucket)
                    .key("multi")
                    .uploadId(id)
                    .multipartUpload(m ->
                        m.parts(
                            CompletedPart.builder().partNumber(1).eTag(etag1).build(),
                            CompletedPart.builder().partNumber(2).eTag(etag2).build())))
            .eTag();

    byte[] whole = s3.getObjectAsBytes(r -> r.bucket(bucket).key("multi")).asByteArray();
    assertThat(whole).hasSize(PART + second.length).startsWith(first).endsWith(second);
    assertThat(etag).endsWith("-2\"");
    var head = s3.headObject(r -> r.bucket(bucket).key("multi"));
    assertThat(head.contentType()).isEqualTo("a/b");
    assertThat(head.metadata()).containsEntry("k", "v");
    assertThat(s3.listMultipartUploads(r -> r.bucket(bucket)).uploads()).isEmpty();
  }

  private String part(String key, String id, int number, byte[] bytes) {
    return s3.uploadPart(
            r -> r.bucket(bucket).key(key).uploadId(id).partNumber(number),
            RequestBody.fromBytes(bytes))
        .eTag();
  }

  @Test
  void completionOfMultipartHonoursItsCondition() {
    put("taken", "first");
    String id = s3.createMultipartUpload(r -> r.bucket(bucket).key("taken")).uploadId();
    String etag =
        s3.uploadPart(
                r -> r.bucket(bucket).key("taken").uploadId(id).partNumber(1),
                RequestBody.fromString("second"))
            .eTag();

    assertThatThrownBy(() ->
            s3.completeMultipartUpload(r ->
                r.bucket(bucket)
                    .key("taken")
                    .uploadId(id)
                    .ifNoneMatch("*")
                    .multipartUpload(
                        m -> m.parts(CompletedPart.builder().partNumber(1).eTag(etag).build()))))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));

    assertThat(get("taken")).isEqualTo("first");
    s3.abortMultipartUpload(r -> r.bucket(bucket).key("taken").uploadId(id));
    assertThatThrownBy(() ->
            s3.uploadPart(
                r -> r.bucket(bucket).key("taken").uploadId(id).partNumber(1),
                RequestBody.fromString("late")))
        .isInstanceOf(NoSuchUploadException.class);
  }

  @Test
  void presignedUrlsReadAndWriteWithoutCredentials() throws Exception {
    try (S3Presigner presigner = presigner();
        HttpClient http = HttpClient.newHttpClient()) {
      URI putUrl =
          presigner
              .presignPutObject(p ->
                  p.signatureDuration(Duration.ofMinutes(5))
                      .putObjectRequest(r -> r.bucket(bucket).key("pre signed/ü")))
              .url()
              .toURI();
      URI getUrl =
          presigner
              .presignGetObject(p ->
                  p.signatureDuration(Duration.ofMinutes(5))
                      .getObjectRequest(r -> r.bucket(bucket).key("pre signed/ü")))
              .url()
              .toURI();

      HttpRequest write =
          HttpRequest.newBuilder(putUrl).PUT(HttpRequest.BodyPublishers.ofString("hello")).build();
      assertThat(http.send(write, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
      HttpRequest read = HttpRequest.newBuilder(getUrl).build();
      assertThat(http.send(read, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("hello");
      HttpRequest forged =
          HttpRequest.newBuilder(URI.create(getUrl.toString().replace("signed", "s1gned"))).build();
      assertThat(http.send(forged, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(403);
    }
  }

  private S3Presigner presigner() {
    return S3Presigner.builder()
        .endpointOverride(cloud.info().endpoint())
        .region(Region.of(cloud.info().region()))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(cloud.info().accessKey(), cloud.info().secretKey())))
        .build();
  }

  @Test
  void copyKeepsOrReplacesMetadataAndHonoursItsConditions() {
    s3.putObject(
        r -> r.bucket(bucket).key("copy/source").metadata(Map.of("a", "1")).contentType("x/y"),
        RequestBody.fromString("body"));

    s3.copyObject(r ->
        r.sourceBucket(bucket)
            .sourceKey("copy/source")
            .destinationBucket(bucket)
            .destinationKey("copy/target"));

    var head = s3.headObject(r -> r.bucket(bucket).key("copy/target"));
    assertThat(head.metadata()).containsEntry("a", "1");
    assertThat(head.contentType()).isEqualTo("x/y");
    assertThatThrownBy(() ->
            s3.copyObject(r ->
                r.sourceBucket(bucket)
                    .sourceKey("copy/source")
                    .destinationBucket(bucket)
                    .destinationKey("copy/target")
                    .overrideConfiguration(c -> c.putHeader("If-None-Match", "*"))))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThatThrownBy(() ->
            s3.copyObject(r ->
                r.sourceBucket(bucket)
                    .sourceKey("copy/source")
                    .copySourceIfMatch("\"0123\"")
                    .destinationBucket(bucket)
                    .destinationKey("copy/other")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
  }

  @Test
  void deleteObjectsRemovesSeveral() {
    List<ObjectIdentifier> keys = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      put("several/" + i, "x");
      keys.add(ObjectIdentifier.builder().key("several/" + i).build());
    }

    var answer = s3.deleteObjects(r -> r.bucket(bucket).delete(d -> d.objects(keys)));

    assertThat(answer.deleted()).hasSize(25);
    assertThat(s3.listObjectsV2(r -> r.bucket(bucket).prefix("several/")).contents()).isEmpty();
  }

  @Test
  void listingPagesInUtf8OrderAndRollsUpAtTheDelimiter() {
    List<String> keys =
        List.of("list/a", "list/b/1", "list/b/2", "list/c", "list/\uffee", "list/😀");
    keys.forEach(key -> put(key, "x"));

    assertThat(s3.listObjectsV2(r -> r.bucket(bucket).prefix("list/")).contents())
        .extracting(S3Object::key)
        .containsExactlyElementsOf(keys);
    List<String> paged = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix("list/").delimiter("/").maxKeys(1))
        .forEach(page -> {
          assertThat(page.contents().size() + page.commonPrefixes().size()).isLessThan(2);
          page.contents().forEach(object -> paged.add(object.key()));
          page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(prefixes::add);
        });
    assertThat(paged).containsExactly("list/a", "list/c", "list/\uffee", "list/😀");
    assertThat(prefixes).containsExactly("list/b/");
    var v1 = s3.listObjects(r -> r.bucket(bucket).prefix("list/").delimiter("/").maxKeys(2));
    assertThat(v1.nextMarker()).isEqualTo("list/b/");
    assertThat(
            s3.listObjects(
                    r -> r.bucket(bucket).prefix("list/").delimiter("/").marker(v1.nextMarker()))
                .contents())
        .extracting(S3Object::key)
        .containsExactly("list/c", "list/\uffee", "list/😀");
  }

  @Test
  void checksumIsVerifiedAndGivenBack() {
    String right = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="; // SHA-256 of "hello"
    s3.putObject(
        r -> r.bucket(bucket).key("sum").checksumSHA256(right), RequestBody.fromString("hello"));

    assertThat(
            s3.headObject(r -> r.bucket(bucket).key("sum").checksumMode(ChecksumMode.ENABLED))
                .checksumSHA256())
        .isEqualTo(right);
    assertThatThrownBy(() ->
            s3.putObject(
                r -> r.bucket(bucket).key("sum").checksumSHA256(right),
                RequestBody.fromString("other")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(400));
    assertThat(get("sum")).isEqualTo("hello");
    assertThatThrownBy(() ->
            s3.putObject(
                r -> r.bucket(bucket).key("sum").contentMD5("AAAAAAAAAAAAAAAAAAAAAA=="),
                RequestBody.fromString("other")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(400));
    assertThat(get("sum")).isEqualTo("hello");
  }

  @Test
  void conditionalDeleteLeavesAnotherVersion() {
    String etag = put("conditional", "one");
    put("conditional", "two");

    assertThatThrownBy(
            () -> s3.deleteObject(r -> r.bucket(bucket).key("conditional").ifMatch(etag)))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThat(get("conditional")).isEqualTo("two");
  }
}
