package io.fastshot.client.data.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.model.SessionMeta;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LocalFolderTest {
  private static final String TEMPORARY =
      """
      {"version": "1.0", "timestamp": "2025-06-21T11:46:15", "is_temp_cache": true, "windows": []}\
      """;

  private static final String KEY = "fastshot-test-key";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  private LocalFolder local() {
    return new LocalFolder(folder, XorMask.of(KEY));
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> files(LocalListing listing) {
    return listing.sessions().stream()
        .map(session -> session.file().getFileName().toString())
        .toList();
  }

  @Test
  void everyVariantOfTheOriginalHasTheNameThatACorrectReaderGives() throws Exception {
    Map<String, JsonNode> expected = new HashMap<>();
    for (Path file : Fixtures.originals(".expected.json")) {
      JsonNode one = JSON.readTree(Files.readAllBytes(file));
      String name = one.path("file").asString("");
      if (one.path("key").asString("").equals(KEY)) {
        expected.put(name, one);
        Files.copy(Fixtures.original(name), folder.resolve(name));
      }
    }
    LocalListing listing = local().list();
    assertThat(listing.problem()).isNull();
    assertThat(files(listing)).containsExactlyInAnyOrderElementsOf(expected.keySet());
    assertThat(listing.sessions()).hasSizeGreaterThan(20);
    for (LocalSession session : listing.sessions()) {
      SessionMeta meta = session.row().meta();
      JsonNode should = Objects.requireNonNull(expected.get(meta.id().filename()));
      if (should.path("readable").asBoolean(false)) {
        assertThat(meta.degraded()).as(meta.id().filename()).isNull();
        assertThat(meta.fields().name()).isEqualTo(should.path("name").asString(""));
      }
    }
  }

  @Test
  void theOriginalsMemoryOfItsWindowsIsMarked() throws Exception {
    write("temp_cache.fastshot", TEMPORARY);
    write("20250621114615_a.fastshot", TEMPORARY);
    LocalListing listing = local().list();
    assertThat(files(listing))
        .containsExactlyInAnyOrder("temp_cache.fastshot", "20250621114615_a.fastshot");
    assertThat(listing.sessions())
        .allSatisfy(session ->
            assertThat(session.temporary())
                .isEqualTo(session.file().endsWith("temp_cache.fastshot")))
        .allSatisfy(
            session -> assertThat(session.row().created()).isEqualTo("2025-06-21T11:46:15"));
  }

  @Test
  void aFileIsReadAgainOnlyWhenItHasChanged() throws Exception {
    Path file = write("20250621114615_a.fastshot", "no session");
    LocalFolder local = local();
    LocalSession first = local.list().sessions().getFirst();
    assertThat(first.row().meta().degraded()).isNotNull();
    assertThat(local.list().sessions().getFirst()).isSameAs(first);
    FileTime before = Files.getLastModifiedTime(file);
    Files.write(file, TEMPORARY.getBytes(StandardCharsets.UTF_8));
    Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 5));
    assertThat(local.list().sessions().getFirst().row().meta().degraded()).isNull();
    Files.delete(file);
    assertThat(local.list().sessions()).isEmpty();
  }

  @Test
  void whatIsNoSessionFileIsNotListed() throws Exception {
    write("notes.txt", "hello");
    write(".fastshot", "no name before the suffix");
    Files.createDirectory(folder.resolve("20250621114615_folder.fastshot"));
    Files.createSymbolicLink(folder.resolve("20250621114615_link.fastshot"), Path.of("nowhere"));
    assertThat(local().list()).isEqualTo(new LocalListing(List.of(), null));
  }

  @Test
  void aFolderThatIsNotThereIsEmptyAndOneThatIsAFileIsAProblem() throws Exception {
    assertThat(new LocalFolder(folder.resolve("none"), XorMask.none()).list().problem()).isNull();
    Path file = write("file", "");
    assertThat(new LocalFolder(file, XorMask.none()).list().problem())
        .startsWith(file + " cannot be read: ");
  }
}
