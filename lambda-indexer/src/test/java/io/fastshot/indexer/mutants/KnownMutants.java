package io.fastshot.indexer.mutants;

import io.fastshot.indexer.mutants.Mutant.Edit;
import java.util.List;

/** The mistakes that the design names, each planted into the sources as they are. */
final class KnownMutants {
  private KnownMutants() {}

  private static final String UPDATE = "update/BatchUpdate.java";
  private static final String COMMITTER = "commit/IndexCommitter.java";
  private static final String MERGE = "commit/IndexMerge.java";

  static List<Mutant> all() {
    return List.of(
        skipTheNoOpPut(),
        observeBeforeTheBaseIsRead(),
        leaveTheNonceOut(),
        EventTypeMutant.trustTheEventType(),
        take412ForDone(),
        takeALostAnswerForDone(),
        skipTheUnchangedMetaIndex(),
        RebuildMutants.rebuildBlindly(),
        RebuildMutants.rebuildFromAnOldList(),
        checkAgainAfterTheWrite(),
        keepEveryObservation(),
        compareValues(),
        touchOnlyWhatChanged(),
        take403ForAbsence(),
        ForeignMutants.adoptHearsay(),
        ForeignMutants.nominateOnce());
  }

  private static final Edit UNNEEDED_IF_SAME =
      new Edit(
          UPDATE,
          "    Instant now = parts.clock().instant();\n",
          """
              boolean same = batch.parts().isEmpty() && base.ours();
              for (var entry : settled.entrySet()) {
                var row =
                    base.index().rows().stream().filter(it -> it.id().equals(entry.getKey())).findFirst();
                same &=
                    entry.getValue() instanceof Observation.Present(var meta, boolean _)
                        ? row.map(it -> it.meta().src()).equals(Optional.ofNullable(meta.src()))
                        : row.isEmpty();
              }
              if (same) {
                return Optional.empty();
              }
              Instant now = parts.clock().instant();
          """);

  private static Mutant skipTheNoOpPut() {
    return new Mutant("skip the no-op PUT", List.of(UNNEEDED_IF_SAME));
  }

  private static Mutant observeBeforeTheBaseIsRead() {
    return new Mutant(
        "observe before the base is read",
        List.of(
            new Edit(
                UPDATE,
                "    this.readAnew = batch.readAnew();\n",
                "    this.readAnew = batch.readAnew();\n    observeMissing(batch.ids());\n")));
  }

  private static Mutant leaveTheNonceOut() {
    return new Mutant(
        "nonce left out (ETag = content)",
        List.of(new Edit(MERGE, "        nonce,\n", "        \"\",\n")));
  }

  private static Mutant take412ForDone() {
    return new Mutant(
        "412 treated as done",
        List.of(
            new Edit(
                COMMITTER,
                "        if (install(base, next.get())) {",
                "        if (install(base, next.get()) || true) {")));
  }

  private static Mutant takeALostAnswerForDone() {
    return new Mutant(
        "lost answer treated as done",
        List.of(
            new Edit(
                COMMITTER,
                "    return parts.store().put(key, content, base.precondition()) instanceof"
                    + " PutOutcome.Installed;\n",
                """
                    try {
                      return parts.store().put(key, content, base.precondition())
                          instanceof PutOutcome.Installed;
                    } catch (StoreException.Unavailable _) {
                      return true;
                    }
                """)));
  }

  /** Believes that what the base says of a session was also written. */
  private static Mutant skipTheUnchangedMetaIndex() {
    return new Mutant(
        "unchanged meta index skipped",
        List.of(
            new Edit(
                UPDATE,
                "    observeMissing(wanted);\n",
                """
                    io.fastshot.indexer.observe.DerivedObjects.IN_BASE.set(base.index());
                    observeMissing(wanted);
                """),
            new Edit(
                "observe/DerivedObjects.java",
                "    String thumbnail = layout.thumbnail(meta.id());\n",
                """
                    var base = IN_BASE.get();
                    if (base != null
                        && base.rows().stream()
                            .anyMatch(
                                row ->
                                    row.id().equals(meta.id())
                                        && Objects.equals(row.meta().src(), meta.src()))) {
                      return;
                    }
                    String thumbnail = layout.thumbnail(meta.id());
                """),
            new Edit(
                "observe/DerivedObjects.java",
                "  private final ObjectStore store;\n",
                """
                  public static final ThreadLocal<io.fastshot.model.OverallIndex> IN_BASE = new ThreadLocal<>();
                  private final ObjectStore store;
                """)));
  }

  /** Looks again after the write, and begins anew if a session is not as it was. */
  private static Mutant checkAgainAfterTheWrite() {
    return new Mutant(
        "re-check after CAS in place of the no-op PUT",
        List.of(
            UNNEEDED_IF_SAME,
            new Edit(
                "update/SessionIndexer.java",
                "        case IndexCommitter.Outcome.Installed(OverallIndex index, int attempts)"
                    + " ->\n"
                    + "            new Result(",
                """
                        case IndexCommitter.Outcome.Installed(OverallIndex index, int attempts)
                            when batch.ids().stream().anyMatch(id -> isOther(index, id)) ->
                            update(batch, deadline);
                        case IndexCommitter.Outcome.Installed(OverallIndex index, int attempts) ->
                            new Result(\
                """),
            new Edit(
                "update/SessionIndexer.java",
                "  private static Result allFailed(",
                """
                  private boolean isOther(OverallIndex index, io.fastshot.model.SessionId id) {
                    var src =
                        index.rows().stream()
                            .filter(row -> row.id().equals(id))
                            .findFirst()
                            .map(row -> row.meta().src());
                    var head = parts.store().head(parts.config().layout().session(id));
                    return !head.map(info -> info.etag().value()).equals(src);
                  }

                  private static Result allFailed(\
                """)));
  }

  private static Mutant keepEveryObservation() {
    return new Mutant(
        "rebase that keeps every observation",
        List.of(
            new Edit(UPDATE, "    if (earlier == null) {", "    if (earlier == null || true) {")));
  }

  private static Mutant compareValues() {
    return new Mutant(
        "rebase that compares values in place of revs",
        List.of(
            new Edit(
                UPDATE,
                "     "
                    + " observations.keySet().removeAll(base.touchedAfter(earlier.index().rev()));\n",
                "      observations.keySet().removeIf(id -> !src(base, id).equals(src(earlier,"
                    + " id)));\n"),
            new Edit(
                UPDATE,
                "  private long seed(IndexBase base) {",
                """
                  private static Optional<String> src(IndexBase base, SessionId id) {
                    return base.index().rows().stream()
                        .filter(row -> row.id().equals(id))
                        .findFirst()
                        .map(row -> row.meta().src());
                  }

                  private long seed(IndexBase base) {\
                """)));
  }

  private static Mutant touchOnlyWhatChanged() {
    return new Mutant(
        "rev given only to keys that changed",
        List.of(
            new Edit(
                MERGE,
                "            present.add(withOther(IndexRow.of(meta, rev),"
                    + " before.get(entry.getKey())));\n",
                """
                            present.add(
                                before.get(entry.getKey()) != null
                                        && java.util.Objects.equals(
                                            before.get(entry.getKey()).meta().src(), meta.src())
                                    ? before.get(entry.getKey())
                                    : withOther(IndexRow.of(meta, rev), before.get(entry.getKey())));
                """),
            new Edit(
                MERGE,
                "        case Observation.Absent _ -> removed.add(new Removal(entry.getKey(), rev,"
                    + " now));\n",
                """
                        case Observation.Absent _ -> {
                          if (before.containsKey(entry.getKey())) {
                            removed.add(new Removal(entry.getKey(), rev, now));
                          } else {
                            base.removed().stream()
                                .filter(removal -> removal.id().equals(entry.getKey()))
                                .forEach(removed::add);
                          }
                        }
                """),
            new Edit(
                MERGE,
                "    List<IndexRow> rows = new ArrayList<>(touched);\n",
                """
                    List<IndexRow> rows = new ArrayList<>(touched);
                    rows.sort((one, other) -> Long.compare(other.rev(), one.rev()));
                """)));
  }

  private static Mutant take403ForAbsence() {
    return new Mutant(
        "403 taken for absence",
        List.of(
            new Edit(
                "observe/SessionObserver.java",
                "      return reading.run();\n    } catch (IOException",
                """
                      return reading.run();
                    } catch (io.fastshot.store.StoreException.Denied _) {
                      return absent(id);
                    } catch (IOException\
                """)));
  }
}
