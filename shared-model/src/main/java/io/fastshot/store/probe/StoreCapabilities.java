package io.fastshot.store.probe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a store is to be talked to. AWS S3 needs no asking; of others it is found out by a probe.
 *
 * @param writes conditions of PUT. Where they do not hold, {@code S3ObjectStore} refuses to write
 *     conditionally: nothing else keeps two writers from undoing each other's work
 * @param writeEtags form of ETags in conditions of PUT and DELETE
 * @param readEtags form of ETags in conditions of GET
 * @param copyEtags form of the source's ETag in COPY
 * @param deletes conditions of DELETE. Where they do not hold, a HEAD before the removal takes
 *     their place
 * @param copies conditions of COPY. {@link Support#IGNORED}: that on the target does not hold;
 *     {@link Support#REFUSED}: neither it nor that on the source; a HEAD takes their place
 * @param checksums the header {@code x-amz-checksum-sha256} of PUT. {@link Support#REFUSED}: {@code
 *     Content-MD5} takes its place; else it is sent
 * @param parts uploads in parts: that a completion keeps to its condition and to the checksum of
 *     the whole object. {@link Support#UNKNOWN} until somebody needs it; else than {@link
 *     Support#HOLDS}, objects are sent in one put
 * @param evidence what was seen that speaks against the store, for a person; null if nothing
 */
public record StoreCapabilities(
    Support writes,
    EtagForm writeEtags,
    EtagForm readEtags,
    EtagForm copyEtags,
    Support deletes,
    Support copies,
    Support checksums,
    Support parts,
    @Nullable String evidence) {

  /** As S3 documents itself. */
  public static StoreCapabilities aws() {
    return held(EtagForm.AS_SENT, EtagForm.AS_SENT, EtagForm.AS_SENT).withParts(Support.HOLDS);
  }

  /** Everything holds, with these forms. */
  static StoreCapabilities held(EtagForm writes, EtagForm reads, EtagForm copies) {
    return new StoreCapabilities(
        Support.HOLDS,
        writes,
        reads,
        copies,
        Support.HOLDS,
        Support.HOLDS,
        Support.UNKNOWN,
        Support.UNKNOWN,
        null);
  }

  /** Conditions are sent, and checked by a read before as well. */
  public static StoreCapabilities unknown(@Nullable String evidence) {
    return without(Support.UNKNOWN, evidence);
  }

  /** Nothing can be built on this store's conditions. */
  public static StoreCapabilities without(Support writes, @Nullable String evidence) {
    return new StoreCapabilities(
        writes,
        EtagForm.AS_SENT,
        EtagForm.AS_SENT,
        EtagForm.AS_SENT,
        Support.UNKNOWN,
        Support.UNKNOWN,
        Support.UNKNOWN,
        Support.UNKNOWN,
        evidence);
  }

  /** The same with what was seen of removals and of copies. */
  StoreCapabilities but(Support ofDeletes, Support ofCopies) {
    return new StoreCapabilities(
        writes, writeEtags, readEtags, copyEtags, ofDeletes, ofCopies, checksums, parts, evidence);
  }

  /** The same with what was seen of the checksum's header. */
  public StoreCapabilities withChecksums(Support seen) {
    return new StoreCapabilities(
        writes, writeEtags, readEtags, copyEtags, deletes, copies, seen, parts, evidence);
  }

  /** The same with what was seen of uploads in parts. */
  public StoreCapabilities withParts(Support seen) {
    return new StoreCapabilities(
        writes, writeEtags, readEtags, copyEtags, deletes, copies, checksums, seen, evidence);
  }

  /** Whether two writers can share this store without undoing each other's work. */
  public boolean conditionalWritesHold() {
    return writes == Support.HOLDS;
  }

  /** What was found, a line for each thing, for a person; never empty. */
  public List<String> findings() {
    return switch (writes) {
      case HOLDS -> {
        List<String> found = new ArrayList<>();
        found.add("conditional writes hold" + form(writeEtags));
        found.add("conditional reads hold" + form(readEtags));
        found.add(
            deletes == Support.HOLDS
                ? "conditional removals hold"
                : "conditional removals do not hold: a read before each takes their place");
        found.add(
            copies == Support.HOLDS
                ? "conditional copies hold" + form(copyEtags)
                : "conditional copies do not hold: a read before each takes their place");
        if (checksums == Support.REFUSED) {
          found.add("x-amz-checksum-sha256 is refused: Content-MD5 takes its place");
        }
        switch (parts) {
          case HOLDS -> found.add("uploads in parts hold");
          case IGNORED, REFUSED ->
              found.add("uploads in parts do not hold: large files are sent in one piece");
          case UNKNOWN -> {} // nobody needed it yet
        }
        yield List.copyOf(found);
      }
      case IGNORED, REFUSED ->
          List.of(
              "conditional writes do not hold: " + evidence,
              "this store cannot carry a library; see docs/STORES.md");
      case UNKNOWN -> List.of("not known: " + evidence);
    };
  }

  private static String form(EtagForm form) {
    return form == EtagForm.AS_SENT ? "" : " (ETags without quotes)";
  }
}
