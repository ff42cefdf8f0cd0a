package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.text.TextWidth;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.Content;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.Precondition;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands show of a library that was read once and is gone now. */
class CachedListTest {
  private static final URI NOBODY = URI.create("http://127.0.0.1:9");

  @TempDir Path home;
  private Terminal terminal = new Terminal(Path.of(""));

  @BeforeEach
  void readOnce() {
    terminal =
        new Terminal(home)
            .with("AWS_ACCESS_KEY_ID", "a")
            .with("AWS_SECRET_ACCESS_KEY", "b")
            .with("AWS_ENDPOINT_URL_S3", NOBODY.toString());
    OverallIndex index =
        new OverallIndex(
            7,
            "n",
            null,
            true,
            null,
            0,
            List.of(),
            List.of(row("20250621114615_a", "登录页面\u001b[31m"), row("20250622114615_b", "second")),
            Map.of());
    MemoryObjectStore store = new MemoryObjectStore();
    store.put(
        KeyLayout.atRoot().overallMeta(),
        Content.of(OverallIndexJson.write(index).bytes(), "application/json"),
        Precondition.none());
    LibrarySettings settings =
        new LibrarySettings(
            "fastshot",
            LibrarySettings.cacheIdOf(NOBODY, "fastshot", ""),
            NOBODY,
            "us-east-1",
            "fastshot",
            "",
            null,
            null,
            "rebuild",
            null);
    try (Library library = Library.open(settings, home, InstantSource.system(), () -> store)) {
      library.refresh();
    }
  }

  private static IndexRow row(String base, String name) {
    SessionFields fields =
        new SessionFields(
            name, "Fails at once", List.of("bug", "ui"), "red", "dev", 3, "2025-06-21T11:46:15");
    return IndexRow.of(
        new SessionMeta(new SessionId(base), fields, 1_234_567, null, "\"x\"", true, null), 7);
  }

  @Test
  void jsonHasTheFieldsOfAMetaIndex() {
    assertThat(terminal.run("ls", "--cached", "--json")).isZero();
    assertThat(terminal.json().size()).isEqualTo(2);
    assertThat(terminal.json().get(1).propertyNames())
        .contains(
            "filename",
            "name",
            "desc",
            "tags",
            "color",
            "class",
            "image_count",
            "created_at",
            "file_size",
            "checksum",
            "src",
            "thumbnail",
            "degraded")
        .doesNotContain("metadata");
    assertThat(terminal.json().get(0).path("filename").asString(""))
        .as("newest first")
        .isEqualTo("20250622114615_b.fastshot");
  }

  @Test
  void offlineShowsTheListAndSaysSoUnlessFreshnessIsAsked() {
    assertThat(terminal.run("ls")).isZero();
    assertThat(terminal.out()).contains("second", "20250621114615_a.fastshot", "1.2 MB");
    assertThat(terminal.err()).contains("offline");
    assertThat(terminal.run("ls", "--refresh")).isEqualTo(ExitCode.OFFLINE);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.run("status")).isEqualTo(ExitCode.OFFLINE);
    assertThat(terminal.out()).contains("offline", "2 sessions");
  }

  @Test
  void searchFindsOrSaysNothingMatched() {
    assertThat(terminal.run("search", "--cached", "登录", "bug")).isZero();
    assertThat(terminal.out()).contains("登录页面").doesNotContain("second");
    assertThat(terminal.run("search", "--cached", "nowhere")).isEqualTo(ExitCode.NOTHING_MATCHED);
    assertThat(terminal.run("search", "--cached", "--json", "nowhere"))
        .isEqualTo(ExitCode.NOTHING_MATCHED);
    assertThat(terminal.json().size()).isZero();
  }

  @Test
  void namesCannotChangeTheTerminalAndLinesFitIt() {
    terminal.with("COLUMNS", "60");
    assertThat(terminal.run("ls", "--cached")).isZero();
    assertThat(terminal.out()).doesNotContain("\u001b");
    assertThat(terminal.out().lines()).allMatch(line -> TextWidth.of(line) <= 60);
  }

  @Test
  void infoNeedsAName() {
    assertThat(terminal.run("info", "20250621114615_a")).isZero();
    assertThat(terminal.out()).contains("Fails at once", "on disk   no");
    assertThat(terminal.run("info", "2025062")).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("several", "20250621114615_a.fastshot");
    assertThat(terminal.run("info", "nobody")).isEqualTo(ExitCode.NOTHING_MATCHED);
  }

  @Test
  void deletingNeedsTheCurrentList() {
    assertThat(terminal.run("rm", "second")).isEqualTo(ExitCode.OFFLINE);
  }

  private List<String> found(String... search) {
    List<String> command = new ArrayList<>(List.of("ls", "--cached", "--json"));
    command.addAll(List.of(search));
    terminal.run(command.toArray(String[]::new));
    return terminal.json().valueStream().map(row -> row.get("filename").asString()).toList();
  }

  @Test
  void listIsSearchedInTheLanguageOfTheWindow() {
    assertThat(found("name:second", "tag:bug")).containsExactly("20250622114615_b.fastshot");
    assertThat(found("-name:second")).containsExactly("20250621114615_a.fastshot");
    assertThat(found("登录", "or", "second", "images:>2", "-is:local")).hasSize(2);
    assertThat(terminal.run("search", "--cached", "tag:none")).isEqualTo(ExitCode.NOTHING_MATCHED);
  }

  @Test
  void aMistakeInASearchIsWrongUseWithItsPlace() {
    assertThat(terminal.run("ls", "--cached", "登录", "colr:red")).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.err())
        .contains("did you mean color:?")
        .contains("\n  登录 colr:red\n       ^^^^^^^^\n");
    assertThat(terminal.out()).isEmpty();
  }
}
