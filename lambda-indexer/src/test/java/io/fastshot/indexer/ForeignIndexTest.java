package io.fastshot.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.OverallIndex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever somebody else writes over the index: the next event and the next check bring it back.
 */
class ForeignIndexTest {
  private final TestLibrary library = new TestLibrary();

  /** What stands in the index's place. */
  enum Foreign {
    EMPTY_FILE,
    HTML_PAGE,
    TRUNCATED,
    A_NUMBER,
    NEWER_FORMAT,
    ORIGINAL_WITHOUT_SESSIONS,
    LAST_REV,
    REV_BEYOND_LONG,
    LAST_REV_BELIEVED,
    LAST_REV_CONTINUED,
    ROWS_AND_FLOOR_OF_THE_FUTURE,
    REBUILD_OF_THE_FUTURE;

    byte[] document(byte[] ours) {
      return switch (this) {
        case EMPTY_FILE -> new byte[0];
        case HTML_PAGE -> utf8("<html><body><h1>503 Service Unavailable</h1></body></html>");
        case TRUNCATED -> Arrays.copyOf(ours, ours.length * 2 / 3);
        case A_NUMBER -> utf8("7");
        case NEWER_FORMAT -> utf8(text(ours).replaceFirst("\"format\":2", "\"format\":3"));
        case ORIGINAL_WITHOUT_SESSIONS ->
            utf8(
                """
                {"version": "1.0", "last_updated": "2025-06-21T12:46:15.123456",
                 "total_sessions": 0, "sessions": [], "checksum": "4f53"}\
                """);
        case LAST_REV -> rev(ours, Long.toString(Long.MAX_VALUE));
        case REV_BEYOND_LONG -> rev(ours, "1" + "0".repeat(50));
        case LAST_REV_BELIEVED -> rev(ours, Long.toString(OverallIndexJson.MAX_REV));
        case LAST_REV_CONTINUED -> rev(ours, Long.toString(OverallIndexJson.MAX_REV / 2));
        case ROWS_AND_FLOOR_OF_THE_FUTURE ->
            utf8(
                text(ours)
                    .replaceFirst("\"removed_floor\":[0-9]+", "\"removed_floor\":" + Long.MAX_VALUE)
                    .replaceAll("\"rev\":[0-9]+\\}", "\"rev\":" + Long.MAX_VALUE + "}")
                    .replaceFirst("\"src\":\"", "\"src\":\"not "));
        case REBUILD_OF_THE_FUTURE ->
            utf8(
                text(ours)
                    .replaceFirst("\"complete\":true", "\"complete\":false")
                    .replaceFirst(
                        "\"rebuild\":\\{[^}]*\\}",
                        "\"rebuild\":{\"id\":\"x\",\"mode\":\"all\",\"state\":\"running\","
                            + "\"parts\":2147483647,\"total\":1,\"done_bits\":\"\","
                            + "\"started_at\":\"9999-01-01T00:00:00Z\"}"));
      };
    }

    private static byte[] rev(byte[] ours, String rev) {
      return utf8(text(ours).replaceFirst("\"rev\":[0-9]+", "\"rev\":" + rev));
    }

    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  @BeforeEach
  void anIndexOfThreeSessions() {
    Stream.of("a", "b", "c").forEach(library::put);
    library.changed("a", "b", "c");
    library.drain();
    library.assertIndexIsRight();
    assertThat(library.index().complete()).isTrue();
  }

  private byte[] ours() {
    return OverallIndexJson.write(library.index()).bytes();
  }

  private void overwrite(Foreign foreign) {
    byte[] before = ours();
    byte[] document = foreign.document(before);
    assertThat(document).as("the document is another one").isNotEqualTo(before);
    library.overwriteIndex(document);
    library.pass(java.time.Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @EnumSource
  void aCheckBringsTheIndexBack(Foreign foreign) {
    overwrite(foreign);
    assertThat(library.rebuild("{\"mode\":\"check\"}").path("status").asString(""))
        .isIn("started", "done");
    library.drain();
    library.assertIndexIsRight();
    assertThat(library.index().complete()).isTrue();
    library.changed("a"); // and it lives on
    library.assertIndexIsRight();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ROWS_AND_FLOOR_OF_THE_FUTURE", "REBUILD_OF_THE_FUTURE"})
  void anEventBringsTheIndexBack(Foreign foreign) {
    overwrite(foreign);
    library.put("b", TestLibrary.session("another b"));
    library.changed("b");
    library.drain();
    library.changed("c");
    library.drain();
    library.assertIndexIsRight();
    assertThat(library.index().complete()).isTrue();
    assertThat(library.names()).containsExactly("a", "b", "c");
  }

  /** Those two look like ours: an event brings in its own session, the rest is for the check. */
  @ParameterizedTest
  @EnumSource(names = {"ROWS_AND_FLOOR_OF_THE_FUTURE", "REBUILD_OF_THE_FUTURE"})
  void anEventAndACheckBringBackWhatLooksLikeOurs(Foreign foreign) {
    overwrite(foreign);
    library.put("b", TestLibrary.session("another b"));
    library.changed("b");
    library.rebuild("{\"mode\":\"check\"}");
    library.drain();
    library.assertIndexIsRight();
    assertThat(library.index().complete()).isTrue();
  }

  @Test
  @Tag("slow")
  void aDocumentThatIsTooLargeToBeAnIndexIsReplaced() {
    library.overwriteIndex(new byte[128 * 1024 * 1024 + 1]);
    library.changed("a");
    library.drain();
    library.assertIndexIsRight();
    assertThat(library.index().complete()).isTrue();
  }

  /** A list without rows that says that it is complete is the worst lie: only a check can tell. */
  @Test
  void aCompleteListWithoutRowsIsFilledByTheCheck() {
    OverallIndex empty =
        new OverallIndex(
            library.index().rev() + 1, "n", null, true, null, 0, List.of(), List.of(), Map.of());
    library.overwriteIndex(OverallIndexJson.write(empty).bytes());
    library.rebuild("{\"mode\":\"check\"}");
    library.drain();
    library.assertIndexIsRight();
  }
}
