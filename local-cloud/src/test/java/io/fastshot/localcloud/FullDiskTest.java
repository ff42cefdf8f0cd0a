package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A data folder that takes no more. */
final class FullDiskTest {

  @TempDir Path data;

  /** The system's limit on a process's files stands for a disk: it needs no rights to set. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such limit")
  void aClientIsToldThatTheDiskIsFullAndNothingIsLeftBehind() throws IOException {
    List<String> limited = List.of("bash", "-c", "ulimit -f 4096; exec \"$@\"", "bash");
    try (CloudProcess process = CloudProcess.start(data, limited);
        S3Client s3 = Clouds.s3(process.info())) {
      String bucket = process.info().bucket();
      s3.putObject(r -> r.bucket(bucket).key("small"), RequestBody.fromString("fits"));

      assertThatThrownBy(() ->
              s3.putObject(
                  r -> r.bucket(bucket).key("large"), RequestBody.fromBytes(new byte[6 << 20])))
          .isInstanceOfSatisfying(
              S3Exception.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(507);
                assertThat(e.awsErrorDetails().errorMessage())
                    .contains("is full", "free some space", data.toString());
              });

      assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key("small")).asUtf8String())
          .isEqualTo("fits");
      assertThat(draftsGoneWithin(Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void anotherFailureOfTheDataFolderHasWordsToo() throws IOException {
    try (LocalCloud cloud = Clouds.storeOnly(data);
        S3Client s3 = Clouds.s3(cloud.info())) {
      String bucket = "removed-under-way";
      s3.createBucket(r -> r.bucket(bucket));
      Files.delete(data.resolve("objects").resolve(bucket));

      RawRequest.Answer answer =
          new RawRequest(cloud.info(), "PUT", "/" + bucket + "/x", "").body("x").sign().send();
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.body()).contains("data folder");
    }
  }

  /** A client that asks again has its answer before the server has put the first try away. */
  private boolean draftsGoneWithin(Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      try (var files = Files.walk(data.resolve("objects"))) {
        if (files.noneMatch(file -> file.getFileName().toString().startsWith(".draft"))) {
          return true;
        }
      } catch (UncheckedIOException _) {
        continue; // a draft went while the folder was walked
      }
      LockSupport.parkNanos(50_000_000);
    }
    return false;
  }
}
