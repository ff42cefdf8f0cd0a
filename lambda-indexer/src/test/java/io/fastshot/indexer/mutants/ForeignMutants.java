package io.fastshot.indexer.mutants;

import io.fastshot.indexer.mutants.Mutant.Edit;
import java.util.List;

/** Mistakes about an index that somebody else wrote. */
final class ForeignMutants {
  private ForeignMutants() {}

  /** Rows that nobody observed become rows of ours. */
  static Mutant adoptHearsay() {
    return new Mutant(
        "hearsay installed as rows",
        List.of(
            new Edit(
                "commit/IndexBase.java",
                "seed, \"\", null, false, null, seed, List.of(), List.of(), index.other());",
                """
                seed, "", null, false, null, seed, List.of(),
                          index.rows().stream().map(row -> row.withRev(seed)).toList(), index.other());\
                """)),
        true);
  }

  /** A foreign document in the middle of a starting check is taken over as complete. */
  static Mutant nominateOnce() {
    return new Mutant(
        "nominations kept over a foreign document",
        List.of(
            new Edit(
                "rebuild/StartRebuild.java",
                "if (nominatedOn != null && base.continues(nominatedOn)) {",
                "if (nominatedOn != null) {")),
        true);
  }
}
