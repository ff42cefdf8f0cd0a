package io.fastshot.client.verify;

import java.util.Locale;

/** What can be found, and what brings it in order. */
public enum Kind {
  INDEX_MISSING("there is no index", Repair.OVERALL),
  INDEX_UNREADABLE("the index cannot be read", Repair.OVERALL),
  INDEX_OF_THE_ORIGINAL("the original Fastshot wrote the index", Repair.OVERALL),
  INDEX_INCOMPLETE("the index does not say that it covers the bucket", Repair.CHECK),
  REBUILD_STUCK("a rebuild makes no progress", Repair.SUPERSEDE),
  NOT_IN_INDEX("not in the index", Repair.CHECK),
  ROW_WITHOUT_SESSION("in the index, but not in the bucket", Repair.CHECK),
  ROW_DIFFERS("the index describes another file", Repair.CHECK),
  ROW_WRONG("the index does not say what the file says", Repair.THIS),
  META_INDEX_MISSING("no meta index", Repair.CHECK),
  META_INDEX_ORPHANED("meta index without session", Repair.CHECK),
  META_INDEX_STALE("meta index older than its session", Repair.THIS),
  META_INDEX_WRONG("the meta index does not say what the file says", Repair.THIS),
  THUMBNAIL_MISSING("no thumbnail, though the index tells of one", Repair.THIS),
  THUMBNAIL_ORPHANED("thumbnail that belongs to nothing", Repair.THIS),
  THUMBNAIL_STALE("thumbnail older than its session", Repair.THIS),
  THUMBNAIL_WRONG("the thumbnail is not the file's", Repair.THIS),
  KEY_OF_INDEXER(
      "the indexer has no legacy key for it, or another than this machine: give it this one",
      Repair.KEY),
  CACHE_DAMAGED("damaged file in the local cache", Repair.CACHE),
  DEGRADED("cannot be read by the indexer; it is listed without its details", Repair.NONE),
  ARCHIVED("archived (Glacier); compared by what is known of it", Repair.NONE),
  REBUILD_RUNNING("a rebuild is running", Repair.NONE),
  KEY_OF_THIS_MACHINE("cannot be compared: this machine has no legacy key for it", Repair.NONE),
  INDEX_WENT_BACK("the index is older than the one this client has seen", Repair.NONE),
  CACHE_OTHER_VERSION("download of another version, or of a session that is gone", Repair.NONE),
  NO_SESSION("below sessions/, but not a session file", Repair.NONE);

  /** Which command brings it in order. */
  enum Repair {
    /** None is needed. */
    NONE,
    /** Compare again, cheaply. */
    CHECK,
    /** Make the list anew from the meta indexes. */
    OVERALL,
    /** Read this one session anew. */
    THIS,
    /** The right key for the indexer; a check then reads again what needs it. */
    KEY,
    /** The same rebuild again. */
    SUPERSEDE,
    /** Set the files aside, so that they are fetched again. */
    CACHE
  }

  private final String words;
  private final Repair repair;

  Kind(String words, Repair repair) {
    this.words = words;
    this.repair = repair;
  }

  /** In words for a person. */
  public String words() {
    return words;
  }

  Repair repair() {
    return repair;
  }

  /** Whether something is wrong; else it is only good to know. */
  public boolean isDifference() {
    return switch (this) {
      case DEGRADED,
          ARCHIVED,
          REBUILD_RUNNING,
          KEY_OF_THIS_MACHINE,
          INDEX_WENT_BACK,
          CACHE_OTHER_VERSION,
          NO_SESSION ->
          false;
      default -> true;
    };
  }

  /** The name in JSON: {@code not_in_index}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
