package io.fastshot.store;

import io.fastshot.store.parts.PartUploads;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One bucket, in a few verbs: the only way in which the library reaches S3.
 *
 * <p><b>Threads:</b> every method blocks its caller; all are safe from any number of threads.
 * Interrupting the caller ends a request with {@link StoreException.Unavailable}.
 *
 * <p><b>Retries:</b> reads may be tried again by the implementation, writes never are: whoever
 * writes decides what an unclear outcome means.
 *
 * <p>Every method throws {@link StoreException.Unavailable}, {@link StoreException.Denied} and
 * {@link StoreException.Rejected}. 403 is never taken for absence.
 */
public interface ObjectStore extends AutoCloseable {

  /**
   * Reads an object or a part of it. One request.
   *
   * @param precondition {@link Precondition.None}, {@link Precondition.Matches} or {@link
   *     Precondition.Differs}
   */
  GetOutcome get(String key, ByteRange range, Precondition precondition);

  /** What the store says of an object, without its bytes; empty if there is none. One request. */
  Optional<ObjectInfo> head(String key);

  /**
   * Writes an object. One request.
   *
   * @param precondition {@link Precondition.None}, {@link Precondition.Absent} or {@link
   *     Precondition.Matches}
   */
  PutOutcome put(String key, Content content, Precondition precondition);

  /**
   * Removes an object; removing an absent one succeeds. One request.
   *
   * @param precondition {@link Precondition.None} or {@link Precondition.Matches}. Where a store
   *     cannot do the latter itself it is checked by a read before the removal, which leaves a
   *     moment between the two
   */
  DeleteOutcome delete(String key, Precondition precondition);

  /**
   * Copies an object within the bucket, its metadata included. One request.
   *
   * @param sourceEtag the copy is made only of these bytes
   * @param precondition what must hold of {@code target}: {@link Precondition.None} or {@link
   *     Precondition.Absent}. Where a store cannot do the latter itself it is checked by a read
   *     before the copy
   * @return {@link PutOutcome.Conflict} also if the source is absent or has another ETag
   */
  PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition);

  /**
   * One page, of at most 1,000 objects, of a listing. One request.
   *
   * @param token of the page before; null for the first
   */
  ListPage list(String prefix, @Nullable String token);

  /**
   * Uploads in parts, where the store keeps to the condition and to the checksum of a completion;
   * empty where it does not, or where nobody knows: send the object in one put. The first call may
   * ask a store that is not AWS, by 16 small requests.
   *
   * @throws StoreException if the store had to be asked and did not answer
   */
  default Optional<PartUploads> inParts() {
    return Optional.empty();
  }

  @Override
  void close();
}
