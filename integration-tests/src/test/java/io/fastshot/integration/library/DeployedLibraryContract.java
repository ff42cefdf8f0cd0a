package io.fastshot.integration.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.integration.aws.Waiting;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * What a deployed library does for strangers: whoever changes the bucket, with whatever client, the
 * events reach the packaged function. For any deployment, the stack's too.
 */
public abstract class DeployedLibraryContract extends LibraryContract<DeployedLibrary> {
  /** The smallest part that S3 takes but for the last. */
  private static final int PART_BYTES = 5 << 20;

  /** Short, yet longer than a batch waits and a function works. */
  private static final Duration SOON = Duration.ofSeconds(6);

  private static final List<String> ODD_NAMES =
      List.of(
          "20260103000000_two words",
          "20260103000001_a+b=c",
          "20260103000002_会议 记录",
          "20260103000003_100%&more#(1)",
          "20260103000004_é🔑~'!");

  private S3Client s3() {
    return library().s3();
  }

  private String bucket() {
    return library().names().bucket();
  }

  private String key(SessionId id) {
    return layout().session(id);
  }

  private void put(String key, byte[] bytes) {
    s3().putObject(r -> r.bucket(bucket()).key(key), RequestBody.fromBytes(bytes));
  }

  private static List<SessionId> ids(List<String> bases) {
    return bases.stream().map(SessionId::new).toList();
  }

  @Test
  void keysOfAllKindsAreIndexedAndDeletedAtOnce() throws Exception {
    List<SessionId> odd = ids(ODD_NAMES);
    odd.forEach(id -> put(key(id), Sessions.file(id.base())));
    library().awaitRight();
    assertThat(indexed()).containsAll(odd);

    List<ObjectIdentifier> keys =
        odd.stream().map(id -> ObjectIdentifier.builder().key(key(id)).build()).toList();
    s3().deleteObjects(r -> r.bucket(bucket()).delete(d -> d.objects(keys)));
    library().awaitRight();
    assertThat(indexed()).doesNotContainAnyElementsOf(odd);
  }

  @Test
  void aMultipartUploadIsIndexed() throws Exception {
    SessionId id = new SessionId("20260104000000_in parts");
    byte[] file = Sessions.file("in parts", PART_BYTES + 100_000);
    String uploadId = s3().createMultipartUpload(r -> r.bucket(bucket()).key(key(id))).uploadId();
    List<CompletedPart> parts = new ArrayList<>();
    for (int from = 0; from < file.length; from += PART_BYTES) {
      int number = parts.size() + 1;
      int bytes = Math.min(PART_BYTES, file.length - from);
      var part =
          s3().uploadPart(
                  r -> r.bucket(bucket()).key(key(id)).uploadId(uploadId).partNumber(number),
                  RequestBody.fromInputStream(new ByteArrayInputStream(file, from, bytes), bytes));
      parts.add(CompletedPart.builder().partNumber(number).eTag(part.eTag()).build());
    }
    s3().completeMultipartUpload(r ->
        r.bucket(bucket()).key(key(id)).uploadId(uploadId).multipartUpload(u -> u.parts(parts)));
    library().awaitRight();
    IndexRow row = row(id);
    assertThat(row.meta().fields().name()).isEqualTo("in parts");
    assertThat(row.meta().fileSizeBytes()).isEqualTo(file.length);
    assertThat(row.meta().degraded()).isNull();
  }

  private IndexRow row(SessionId id) {
    return library().index().rows().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + id));
  }

  @Test
  void whatIsCopiedInFromTheTrashIsIndexed() throws Exception {
    SessionId id = new SessionId("20260105000000_back again");
    put(layout().trash(id), Sessions.file("back"));
    s3().copyObject(r ->
        r.sourceBucket(bucket())
            .sourceKey(layout().trash(id))
            .destinationBucket(bucket())
            .destinationKey(key(id)));
    library().awaitRight();
    assertThat(row(id).meta().fields().name()).isEqualTo("back");

    s3().deleteObject(r -> r.bucket(bucket()).key(key(id)));
    library().awaitRight();
    assertThat(indexed()).doesNotContain(id);
  }

  @Test
  void aMessageThatNobodyCanReadEndsAmongTheDeadLettersAndHoldsUpNothing() throws Exception {
    String poison = "not a message for the indexer";
    Duration before = library().redeliverAfter(SOON);
    try {
      library().send(poison);
      SessionId id = new SessionId("20260106000000_beside the poison");
      put(key(id), Sessions.file("beside"));
      Waiting.until(TestedLibrary.PATIENCE, () -> indexed().contains(id) ? "" : "no row of " + id);
      List<String> dead = new ArrayList<>();
      Waiting.until(
          TestedLibrary.PATIENCE,
          () -> {
            dead.addAll(library().takeDeadLetters());
            return dead.isEmpty() ? "no dead letter, " + library().pending() : "";
          });
      assertThat(dead).containsExactly(poison);
    } finally {
      library().redeliverAfter(before);
    }
    library().awaitRight();
  }

  @Test
  void anIndexThatWasDeletedComesBackWithTheNextEvent() throws Exception {
    s3().deleteObject(r -> r.bucket(bucket()).key(layout().overallMeta()));
    SessionId id = new SessionId("20260107000000_next event");
    put(key(id), Sessions.file("next"));
    library().awaitRight();
    assertThat(indexed()).contains(id).hasSizeGreaterThan(1);
    assertThat(library().index().complete()).isTrue();
  }

  @Test
  void anIndexThatWasDeletedComesBackByARebuild() throws Exception {
    int before = indexed().size();
    s3().deleteObject(r -> r.bucket(bucket()).key(layout().overallMeta()));
    var answer = library().rebuild("{\"mode\":\"overall\"}");
    assertThat(answer.path("status").asString()).as("%s", answer).isEqualTo("started");
    awaitDone(answer.path("id").asString());
    library().awaitRight();
    assertThat(indexed()).hasSize(before);
  }
}
