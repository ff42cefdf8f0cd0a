package io.fastshot.store.probe;

import io.fastshot.model.Checksum;
import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import io.fastshot.store.parts.Crc64Nvme;
import io.fastshot.store.parts.PartUploads;
import io.fastshot.store.parts.UploadedPart;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Asks a store, on scratch objects of its own, what it makes of the conditions and the checksums of
 * uploads in parts. Three things must hold: a completion does not replace an object, the object's
 * checksum is refused if it is wrong, and told afterwards if it is right.
 *
 * <p><b>Cost:</b> 16 small requests where all is well.
 */
public final class PartsProbe {
  private static final int NAME_BYTES = 8;
  private static final int LONGEST_TEXT = 1_000;
  private static final byte[] OLD = bytes("Scratch object of a probe; may be removed.");
  private static final byte[] NEW = bytes("Scratch object of a probe, in parts; may be removed.");
  private final ObjectStore store;
  private final PartUploads uploads;
  private final String name;

  /**
   * Makes no request.
   *
   * @param folder prefix of the scratch objects' keys, ending in {@code /}; no event may come of it
   */
  public PartsProbe(ObjectStore store, PartUploads uploads, String folder, RandomGenerator random) {
    this.store = store;
    this.uploads = uploads;
    byte[] bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    this.name = folder + HexFormat.of().formatHex(bytes) + "-parts";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Runs the probe.
   *
   * @return {@link Support#UNKNOWN} if it is not allowed
   * @throws StoreException.Unavailable if the store does not answer
   */
  public Support run() {
    try {
      return sparesWhatIsThere() ? checksums() : Support.IGNORED;
    } catch (StoreException.Denied _) {
      return Support.UNKNOWN;
    } catch (StoreException.Rejected _) {
      return Support.REFUSED;
    }
  }

  /** A completion onto an object must be refused, and leave the object's bytes. */
  private boolean sparesWhatIsThere() {
    try {
      store.put(name, Content.of(OLD, "text/plain"), Precondition.none());
      return !(onePart(name, Crc64Nvme.of(NEW)) instanceof PutOutcome.Installed) && isStillOld();
    } finally {
      remove(name);
    }
  }

  private boolean isStillOld() {
    return store.get(name, ByteRange.whole(), Precondition.none()) instanceof GetOutcome.Found found
        && java.util.Arrays.equals(OLD, ObjectStores.read(found, LONGEST_TEXT).bytes());
  }

  private Support checksums() {
    String key = name + "-new";
    try {
      return refusesAWrongChecksum(key) && tellsTheRightOne(key) ? Support.HOLDS : Support.IGNORED;
    } finally {
      remove(key);
    }
  }

  private boolean refusesAWrongChecksum(String key) {
    try {
      return !(onePart(key, Crc64Nvme.of(OLD)) instanceof PutOutcome.Installed);
    } catch (StoreException.Rejected _) {
      return true;
    }
  }

  private boolean tellsTheRightOne(String key) {
    String crc = Crc64Nvme.of(NEW);
    if (!(onePart(key, crc) instanceof PutOutcome.Installed)) {
      throw new StoreException.Unavailable(
          "a completion of the probe was in the way; ask again", null);
    }
    return store
        .head(key)
        .filter(there -> Checksum.crc64nvme(crc).equals(there.checksum()))
        .isPresent();
  }

  /** Begins, sends and completes an upload of one part; what does not become an object goes. */
  private PutOutcome onePart(String key, String crcOfTheWhole) {
    Content part = Content.of(NEW, "text/plain");
    String upload = uploads.begin(key, part);
    PutOutcome outcome = new PutOutcome.Conflict();
    try {
      UploadedPart put = uploads.put(key, upload, 1, part, Crc64Nvme.of(NEW));
      outcome = uploads.complete(key, upload, List.of(put), crcOfTheWhole);
      return outcome;
    } finally {
      if (!(outcome instanceof PutOutcome.Installed)) {
        abort(key, upload);
      }
    }
  }

  /** A courtesy: the store's own rule ends uploads that stay. */
  private void abort(String key, String upload) {
    try {
      uploads.abort(key, upload);
    } catch (StoreException _) {
      // It says nothing about conditions and checksums.
    }
  }

  /** A courtesy: the next probe removes what stays. */
  private void remove(String key) {
    try {
      store.delete(key, Precondition.none());
    } catch (StoreException _) {
      // It says nothing about conditions and checksums.
    }
  }
}
