package io.fastshot.indexer.mutants;

import java.util.List;

/**
 * A mistake that somebody could make.
 *
 * @param name as docs/decisions/0109 lists it
 * @param edits that plant it
 * @param foreign whether it shows only where others write the index, as the simulation's do and the
 *     exploration's do not
 */
record Mutant(String name, List<Edit> edits, boolean foreign) {

  /** A mistake that shows among our own handlers. */
  Mutant(String name, List<Edit> edits) {
    this(name, edits, false);
  }

  /**
   * A replacement in one source file.
   *
   * @param file below the package {@code indexer}, such as {@code update/BatchUpdate.java}
   * @param before what is replaced; stands in the file exactly once
   * @param after what takes its place
   */
  record Edit(String file, String before, String after) {

    /**
     * The source with the mistake.
     *
     * @throws IllegalStateException if the source changed so that the edit does not fit any more
     */
    String applyTo(String source) {
      int at = source.indexOf(before);
      if (at < 0 || source.indexOf(before, at + 1) >= 0) {
        throw new IllegalStateException(
            "the mutant no longer applies: "
                + file
                + (at < 0 ? " lacks" : " has more than once")
                + ":\n"
                + before);
      }
      return source.substring(0, at) + after + source.substring(at + before.length());
    }
  }

  Mutant {
    edits = List.copyOf(edits);
  }

  @Override
  public String toString() {
    return name;
  }

  /** No mistake: the way through compiler and class loader alone. */
  static Mutant none() {
    return new Mutant("none", List.of());
  }
}
