package io.fastshot.client.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.ui.catalog.Connection;
import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.catalog.SortOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusTextsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final Instant EARLIER = Instant.parse("2026-11-22T14:03:00Z");

  private static String summary(CatalogSnapshot snapshot, Connection connection, int waiting) {
    return StatusTexts.summary(snapshot, connection, waiting, NOW, ZoneOffset.UTC);
  }

  private static CatalogSnapshot known(boolean complete) {
    return new CatalogSnapshot(List.of(), 7, EARLIER, complete, null, null);
  }

  @Test
  void aCurrentListSaysSinceWhenAndThatTheIndexIsUpToDate() {
    assertThat(summary(known(true), new Connection.UpToDate(), 0))
        .isEqualTo("0 sessions, 0 bytes · as of 14:03 · index up to date");
  }

  @Test
  void theIndexIsNotCalledUpToDateWhileChangesWait() {
    assertThat(summary(known(true), new Connection.UpToDate(), 2))
        .endsWith("as of 14:03 · indexing 2 changes");
  }

  @Test
  void anIndexThatMayMissSessionsIsNotCalledUpToDate() {
    assertThat(summary(known(false), new Connection.UpToDate(), 0))
        .endsWith("index not known to be complete");
  }

  @Test
  void offlineSaysWhichListIsShown() {
    assertThat(summary(known(true), new Connection.Offline("no route"), 0))
        .endsWith("Offline: showing the list of 14:03");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-21T14:03:00Z, '21 Nov 2026, 14:03'", "2026-11-22T00:00:00Z, 00:00"})
  void anotherDayIsNamed(Instant at, String words) {
    CatalogSnapshot snapshot = new CatalogSnapshot(List.of(), 7, at, true, null, null);
    assertThat(summary(snapshot, new Connection.Offline(""), 0)).endsWith("the list of " + words);
  }

  @Test
  void withoutACacheNoNumberIsShown() {
    assertThat(summary(CatalogSnapshot.empty(), new Connection.Connecting(), 0))
        .isEqualTo("Reading the list…");
  }

  @Test
  void rowsThatAreNotThoseAskedForAreSaidToBeOnTheirWay() {
    SortOrder byName = new SortOrder(SessionColumn.NAME, true);
    ShownRows shown = new ShownRows(List.of(), Map.of(), "map", byName);
    assertThat(StatusTexts.late(shown, byName, "map tiles")).isEqualTo("Searching…");
    assertThat(StatusTexts.late(shown, SortOrder.initial(), "map"))
        .isEqualTo("Sorting by created…");
    assertThat(StatusTexts.late(shown, byName, "map")).isEmpty();
  }
}
