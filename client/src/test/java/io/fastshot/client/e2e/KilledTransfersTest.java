package io.fastshot.client.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.Library;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.localcloud.faults.FaultPlan;
import io.fastshot.model.IndexRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * kill -9 in the middle of ten uploads and ten downloads, and again: all arrive byte for byte, each
 * once, and no part is left in the bucket.
 */
final class KilledTransfersTest {
  private static final int EACH = 10;
  private static final int LARGE = 17_000_000;
  private static final int SMALL = 300_000;

  @TempDir Path folder;
  private final TreeMap<String, byte[]> wanted = new TreeMap<>();

  @Test
  void allArriveThoughTheProgramIsKilledTwice() throws Exception {
    killed(1, 2, Duration.ofMillis(5));
  }

  @Test
  @EnabledIfSystemProperty(
      named = "fastshot.long",
      matches = "true",
      disabledReason = "-Plong only")
  void allArriveThoughTheProgramIsKilledManyTimes() throws Exception {
    for (int seed = 2; seed < 6; seed++) {
      killed(seed, 6, Duration.ofMillis(40));
    }
  }

  private void killed(int seed, int kills, Duration latency) throws Exception {
    RandomGenerator random = new SplittableRandom(seed);
    Path here = Files.createDirectories(folder.resolve("run-" + seed));
    Path files = Files.createDirectories(here.resolve("files"));
    wanted.clear();
    LocalCloudConfig config =
        LocalCloudConfig.at(here.resolve("data")).withFaults(latency, FaultPlan.none());
    try (LocalCloud cloud = LocalCloud.startStore(config);
        S3Client s3 = client(cloud.info())) {
      fill(random, files, cloud.info(), s3);
      int done = 0;
      while (done < kills && run(cloud.info(), here, files, 1 + random.nextInt(8))) {
        done++;
      }
      assertThat(done).as("kills before all was done").isGreaterThan(0);
      assertThat(run(cloud.info(), here, files, Integer.MAX_VALUE)).isFalse();
      assertAllArrived(cloud.info(), here, s3);
    }
  }

  private static S3Client client(LocalCloudInfo info) {
    return Storm.client(info.endpoint(), info.region(), info.accessKey(), info.secretKey());
  }

  private void fill(RandomGenerator random, Path files, LocalCloudInfo info, S3Client s3)
      throws IOException {
    for (int i = 0; i < EACH; i++) {
      int size = i < 2 ? LARGE : SMALL;
      String up = "up %d 会议.fastshot".formatted(i);
      Files.write(files.resolve(up), bytes(random, up, size));
      String down = "down %d.fastshot".formatted(i);
      byte[] bytes = bytes(random, down, size);
      s3.putObject(
          r -> r.bucket(info.bucket()).key("sessions/" + down), RequestBody.fromBytes(bytes));
    }
  }

  private byte[] bytes(RandomGenerator random, String name, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    wanted.put("sessions/" + name, bytes);
    return bytes;
  }

  /**
   * Runs the program and kills it when it has told that often that something moved.
   *
   * @return whether it was killed; if not, it has ended by itself, with all done
   */
  private static boolean run(LocalCloudInfo info, Path home, Path files, int killAfter)
      throws IOException, InterruptedException {
    Process process =
        ServeProcess.fork(
            "io.fastshot.client.e2e.TransferringProcess",
            new String[] {info.endpoint().toString(), info.region(), info.bucket()},
            info.accessKey(),
            info.secretKey(),
            home.toString(),
            files.toString());
    List<String> ends = new ArrayList<>();
    int moved = 0;
    try (BufferedReader out = process.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("end ")) {
          ends.add(line);
        } else if (line.startsWith("moved ") && ++moved == killAfter) {
          process.destroyForcibly();
          assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
          return true;
        }
      }
    }
    assertThat(process.waitFor()).isZero();
    assertThat(ends).hasSize(2 * EACH).allMatch(line -> line.contains(" DONE"));
    return false;
  }

  private void assertAllArrived(LocalCloudInfo info, Path home, S3Client s3) throws IOException {
    var there = s3.listObjectsV2(r -> r.bucket(info.bucket())).contents();
    assertThat(there.stream().map(o -> o.key()))
        .containsExactlyInAnyOrderElementsOf(wanted.keySet());
    wanted.forEach((key, bytes) ->
        assertThat(s3.getObjectAsBytes(r -> r.bucket(info.bucket()).key(key)).asByteArray())
            .as(key)
            .isEqualTo(bytes));
    assertThat(s3.listMultipartUploads(r -> r.bucket(info.bucket())).uploads())
        .as("uploads in parts that nobody ended")
        .isEmpty();
    try (Library library =
        Library.open(
            TransferringProcess.settings(
                info.endpoint().toString(),
                info.region(),
                info.bucket(),
                info.accessKey(),
                info.secretKey()),
            home,
            InstantSource.system())) {
      for (IndexRow row : TransferringProcess.rows(library)) {
        assertThat(library.localCopy(row).orElseThrow())
            .hasBinaryContent(wanted.getOrDefault("sessions/" + row.id(), new byte[0]));
      }
      assertThat(library.status().cache().unfinished()).as("unfinished files").isZero();
    }
  }
}
