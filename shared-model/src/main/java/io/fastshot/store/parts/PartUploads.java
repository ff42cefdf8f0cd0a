package io.fastshot.store.parts;

import io.fastshot.store.Content;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import java.util.List;

/**
 * The second, smaller port to a bucket: an object is sent in parts and becomes visible when all of
 * them are there. {@link io.fastshot.store.ObjectStore#inParts()} gives it where the store keeps to
 * the condition and the checksum of a completion.
 *
 * <p>An upload that was begun costs storage until it is completed or aborted.
 *
 * <p><b>Threads:</b> every method blocks its caller; all are safe from any number of threads.
 *
 * <p><b>Retries:</b> writes are sent once. Putting a part and aborting may be repeated; who gets no
 * answer to {@link #begin} looks at {@link #begun}, and to {@link #complete} at the object.
 *
 * <p>Every method throws {@link StoreException.Unavailable}, {@link StoreException.Denied} and
 * {@link StoreException.Rejected}.
 */
public interface PartUploads {

  /** The least size of every part but the last, in bytes, as on S3. */
  long MIN_PART_BYTES = 5L << 20;

  /**
   * Begins an upload. One request.
   *
   * @param about type, encoding, checksum and metadata of the object; its bytes are not read
   * @return the upload's id, to be used with this key only
   */
  String begin(String key, Content about);

  /**
   * Sends one part, or sends it again. One request.
   *
   * @param number 1 to 10,000
   * @param crc64nvme of the part's bytes, in base64; the store refuses other bytes
   * @throws StoreException.UploadGone if the upload was completed or aborted
   */
  UploadedPart put(String key, String upload, int number, Content part, String crc64nvme);

  /**
   * Makes the object of its parts, if there is none of that key. One request.
   *
   * @param parts all of them in the order of their numbers, with their checksums
   * @param crc64nvme of the whole object, in base64; the store refuses other bytes
   * @return {@link PutOutcome.Conflict}: there is an object, or somebody writes one now. The upload
   *     may still be there: abort it
   * @throws StoreException.UploadGone if the upload was completed or aborted
   */
  PutOutcome complete(String key, String upload, List<UploadedPart> parts, String crc64nvme);

  /** Ends an upload and removes its parts; one that is gone already is no error. One request. */
  void abort(String key, String upload);

  /**
   * The parts that the store has, by number. One request per 1,000 parts.
   *
   * @return of an upload that was completed or aborted none, where the store does not tell it
   * @throws StoreException.UploadGone if the upload was completed or aborted
   */
  List<UploadedPart> parts(String key, String upload);

  /** The ids of all uploads of exactly this key, whoever began them. One request. */
  List<String> begun(String key);
}
