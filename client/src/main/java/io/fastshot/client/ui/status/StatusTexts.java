package io.fastshot.client.ui.status;

import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.ui.catalog.Connection;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.catalog.SortOrder;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.model.RebuildState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The status bar's sentences. */
final class StatusTexts {
  private static final String DOT = " · ";

  private StatusTexts() {}

  /**
   * "37 sessions, 41 MB · as of 14:03 · index up to date".
   *
   * @param waiting number of own changes that are not in the index yet
   */
  static String summary(
      CatalogSnapshot snapshot, Connection connection, int waiting, Instant now, ZoneId zone) {
    Instant at = snapshot.refreshedAt();
    List<String> parts = new ArrayList<>();
    if (at != null) {
      parts.add(Texts.sessions(snapshot.rows().size()) + ", " + Texts.bytes(snapshot.totalBytes()));
    }
    String moment = at == null ? "" : Texts.moment(at, now, zone);
    switch (connection) {
      case Connection.Connecting _ ->
          parts.add(at == null ? "Reading the list…" : "list of " + moment + DOT + "checking…");
      case Connection.UpToDate _ -> {
        parts.add("as of " + moment);
        parts.add(index(snapshot, waiting));
      }
      case Connection.Offline _ ->
          parts.add(
              at == null
                  ? "Offline: the library cannot be reached"
                  : "Offline: showing the list of " + moment);
      case Connection.Denied _ -> parts.add(old("Access denied", at == null ? "" : moment));
      case Connection.Failed _ ->
          parts.add(old("The list could not be refreshed", at == null ? "" : moment));
    }
    return String.join(DOT, parts);
  }

  private static String old(String what, String moment) {
    return moment.isEmpty() ? what : what + ": showing the list of " + moment;
  }

  private static String index(CatalogSnapshot snapshot, int waiting) {
    if (waiting > 0) {
      return "indexing " + Texts.count(waiting, "change", "changes");
    }
    String notice = snapshot.notice();
    if (notice != null) {
      return notice;
    }
    if (!snapshot.complete() && snapshot.rev() > 0) {
      return "index not known to be complete";
    }
    return snapshot.rev() == 0 && snapshot.rows().isEmpty() ? "no index yet" : "index up to date";
  }

  /** "Rebuilding all indexes: 2 of 5 parts, 1,400 sessions". */
  static String rebuild(RebuildState rebuild) {
    return what(rebuild.mode())
        + ": "
        + rebuild.partsDone()
        + " of "
        + Texts.count(rebuild.parts(), "part", "parts")
        + ", "
        + Texts.sessions(rebuild.total());
  }

  /** "Rebuilding all indexes is done: 37 sessions". */
  static String rebuildEnded(RebuildState rebuild) {
    return switch (rebuild.state()) {
      case DONE -> what(rebuild.mode()) + " is done: " + Texts.sessions(rebuild.total());
      case CANCELLED -> what(rebuild.mode()) + " was cancelled; the list stays as it is";
      case RUNNING -> rebuild(rebuild);
    };
  }

  private static String what(RebuildState.Mode mode) {
    return switch (mode) {
      case ALL -> "Rebuilding all indexes";
      case OVERALL -> "Rebuilding the overall list";
      case CHECK -> "Checking the index";
      case KEYS -> "Rebuilding single sessions";
    };
  }

  /** "Sorting by name…", "Searching…"; empty if the rows shown are those that were asked for. */
  static String late(ShownRows shown, SortOrder order, String query) {
    if (!shown.query().equals(query)) {
      return "Searching…";
    }
    return shown.order().equals(order)
        ? ""
        : "Sorting by " + order.column().title().toLowerCase(Locale.ROOT) + "…";
  }

  /** "12 of 37 shown". */
  static String shown(int shown, int all) {
    return String.format(Locale.ENGLISH, "%,d of %,d shown", shown, all);
  }
}
