package io.fastshot.client.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.catalog.Refresh;
import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionMeta;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of the cache is damaged in every way: the client starts, says so, and heals. */
class CacheDamageTest {
  /** What happens to files. */
  private enum Damage {
    EMPTIED,
    HALVED,
    OVERWRITTEN,
    ONE_BYTE,
    A_FOLDER;

    void inflict(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      switch (this) {
        case EMPTIED -> Files.write(file, new byte[0]);
        case HALVED -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        case OVERWRITTEN ->
            Files.write(file, "no!\0".repeat(bytes.length).getBytes(StandardCharsets.UTF_8));
        case ONE_BYTE -> {
          bytes[bytes.length / 2] ^= 0x55;
          Files.write(file, bytes);
        }
        case A_FOLDER -> {
          Files.delete(file);
          Files.createDirectory(file);
        }
      }
    }
  }

  private static final String LONG = "long ".repeat(100);

  @TempDir Path homes;

  @Test
  void everyDamagedFileIsFetchedAgain() throws IOException {
    int files = 0;
    for (Damage damage : Damage.values()) {
      Path first = homes.resolve(damage + "-reference");
      List<Path> all = fill(new Bucket(), first);
      for (int i = 0; i < all.size(); i++) {
        Bucket bucket = new Bucket();
        Path home = homes.resolve(damage.name().toLowerCase(Locale.ROOT) + i);
        Path victim = fill(bucket, home).get(i);
        damage.inflict(victim);
        assertHeals(bucket, home, damage + " " + victim.getFileName());
        files++;
      }
    }
    assertThat(files).isGreaterThanOrEqualTo(5 * 6);
  }

  private static List<Path> fill(Bucket bucket, Path home) throws IOException {
    SessionMeta session = bucket.session("20250621114615_a", new byte[10_000]);
    SessionMeta meta =
        Bucket.meta("20250621114615_a", LONG, 10_000, session.src() + "", session.checksum());
    bucket.metaIndex(meta);
    bucket.thumbnail(meta.id(), String.valueOf(meta.src()), Pictures.png());
    bucket.commit(List.of(meta), List.of());
    try (Library library = bucket.open(home)) {
      use(library);
    }
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("cache_lock"))
          .sorted()
          .toList();
    }
  }

  private static void use(Library library) {
    library.refresh();
    IndexRow row = library.cached().rows().getFirst();
    assertThat(library.thumbnail(row)).hasValue(Pictures.png());
    assertThat(library.details(row).fields().desc()).isEqualTo(LONG);
    assertThat(library.download(row, Progress.none())).isInstanceOf(DownloadOutcome.Saved.class);
  }

  private static void assertHeals(Bucket bucket, Path home, String what) throws IOException {
    try (Library library = bucket.open(home)) {
      use(library);
      IndexRow row = library.cached().rows().getFirst();
      Path copy = library.localCopy(row).orElseThrow();
      assertThat(copy).as(what).hasBinaryContent(new byte[10_000]);
    }
    bucket.counting.reset();
    try (Library healed = bucket.open(home)) {
      use(healed);
      assertThat(healed.status().cache().problems()).as(what).isEmpty();
      assertThat(bucket.counting.snapshot().total().requests())
          .as(what + ": all but the refresh comes from the cache again")
          .isEqualTo(1);
    }
  }

  @Test
  void damageIsReported() throws IOException {
    Bucket bucket = new Bucket();
    List<Path> files = fill(bucket, homes.resolve("home"));
    for (Path file : files) {
      if (!file.toString().endsWith(".fastshot")) {
        Damage.OVERWRITTEN.inflict(file);
      }
    }
    try (Library library = bucket.open(homes.resolve("home"))) {
      use(library);
      assertThat(library.status().cache().problems()).hasSize(files.size() - 1);
    }
    try (Stream<Path> now = Files.walk(homes.resolve("home"))) {
      assertThat(now.filter(f -> f.toString().contains(".damaged-"))).hasSize(files.size() - 1);
    }
  }

  @Test
  void aHomeThatCannotBeWrittenCostsTheCacheOnly() throws IOException {
    Bucket bucket = new Bucket();
    bucket.commit(Bucket.many(3), List.of());
    Path file = Files.writeString(homes.resolve("file"), "not a folder");
    try (Library library = bucket.open(file)) {
      assertThat(library.refresh()).isInstanceOf(Refresh.Updated.class);
      assertThat(library.cached().rows()).hasSize(3);
      assertThat(library.status().cache().problems()).isNotEmpty();
    }
  }
}
