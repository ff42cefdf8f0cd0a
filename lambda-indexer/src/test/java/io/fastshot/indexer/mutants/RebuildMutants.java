package io.fastshot.indexer.mutants;

import io.fastshot.indexer.mutants.Mutant.Edit;
import java.util.List;

/** Mistakes of a rebuild that writes rows of a listing. */
final class RebuildMutants {
  private RebuildMutants() {}

  private static final Edit LIST_FIRST =
      new Edit(
          "rebuild/StartRebuild.java",
          "    this.id = id;\n",
          """
              this.id = id;
              if (request.mode().coversBucket()) {
                for (var entry :
                    io.fastshot.store.ObjectStores.listAll(
                        parts.store(), parts.config().layout().sessions())) {
                  listed.add(entry.key());
                }
              }
          """);

  private static final Edit ROWS_AS_LISTED =
      new Edit(
          "rebuild/StartRebuild.java",
          "  private boolean isAlive(",
          """
            private final java.util.Set<String> listed = new java.util.HashSet<>();

            private OverallIndex asListed(OverallIndex index) {
              return new OverallIndex(
                  index.rev(),
                  index.nonce(),
                  index.lastUpdated(),
                  index.complete(),
                  index.rebuild(),
                  index.removedFloor(),
                  index.removed(),
                  index.rows().stream()
                      .filter(row -> listed.contains(parts.config().layout().session(row.id())))
                      .toList(),
                  index.other());
            }

            private boolean isAlive(\
          """);

  private static final Edit INSTALL_AS_LISTED =
      new Edit(
          "rebuild/StartRebuild.java",
          "    OverallIndex document = base.toChange(seed);\n",
          """
              OverallIndex document = base.toChange(seed);
              if (request.mode().coversBucket()) {
                document = asListed(document);
                nominations = Nominations.of(
                    nominations.ids().stream()
                        .filter(it -> listed.contains(parts.config().layout().session(it)))
                        .toList());
                keysOfParts = QueueMessages.split(nominations.ids());
              }
          """);

  static Mutant rebuildBlindly() {
    return new Mutant(
        "rebuild writes blindly",
        List.of(
            new Edit(
                "commit/IndexCommitter.java",
                "        if (install(base, next.get())) {",
                """
                        boolean blind = change.getClass().getSimpleName().equals("StartRebuild");
                        if (blind) {
                          byte[] bytes = OverallIndexJson.write(next.get()).bytes();
                          parts.store().put(
                              key,
                              Content.of(bytes, "application/json"),
                              io.fastshot.store.Precondition.none());
                        }
                        if (blind || install(base, next.get())) {\
                """)));
  }

  /** The rows that the listing lacks go, and the listing is older than the base. */
  static Mutant rebuildFromAnOldList() {
    return new Mutant(
        "rebuild CAS with an old LIST", List.of(LIST_FIRST, ROWS_AS_LISTED, INSTALL_AS_LISTED));
  }
}
