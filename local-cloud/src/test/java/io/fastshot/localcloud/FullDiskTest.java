package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      try (var files = Files.walk(data.resolve("objects"))) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .noneMatch(name -> name.startsWith(".draft"));
      }
    }
  }

  @Test
  void anotherFailureOfTheDataFolderHasWordsToo() throws IOException {
    try (LocalCloud cloud = Clouds.storeOnly(data);
        S3Client s3 = Clouds.s3(cloud.info())) {
      String bucket = "removed-under-way";
      s3.createBucket(r -> r.bucket(bucket));
      Files.delete(data.resolve("objects").resolve(bucket));

      assertThatThrownBy(
              () -> s3.putObject(r -> r.bucket(bucket).key("x"), RequestBody.fromString("x")))
          .isInstanceOfSatisfying(
              S3Exception.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(500);
                assertThat(e.awsErrorDetails().errorMessage()).contains("data folder");
              });
    }
  }
}
