package io.fastshot.store.parts;

import io.fastshot.store.Content;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.Verb;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls of a {@link PartUploads}, with something done around each: counted, or disturbed. */
public final class WrappedPartUploads implements PartUploads {
  private final PartUploads uploads;
  private final Around around;

  /** What is done around a call. */
  public interface Around {

    /**
     * Makes the call, or not.
     *
     * @param bytesUp bytes of content that it would send
     * @param conflict what the call gives where it is refused because of another write; empty if it
     *     never is
     */
    <T> T call(Verb verb, String key, long bytesUp, Supplier<T> request, Optional<T> conflict);
  }

  /** Wraps one. */
  public WrappedPartUploads(PartUploads uploads, Around around) {
    this.uploads = uploads;
    this.around = around;
  }

  private <T> T plain(Verb verb, String key, Supplier<T> request) {
    return around.call(verb, key, 0, request, Optional.empty());
  }

  @Override
  public String begin(String key, Content about) {
    return plain(Verb.BEGIN_PARTS, key, () -> uploads.begin(key, about));
  }

  @Override
  public UploadedPart put(String key, String upload, int number, Content part, String crc64nvme) {
    return around.call(
        Verb.PUT_PART,
        key,
        part.sizeBytes(),
        () -> uploads.put(key, upload, number, part, crc64nvme),
        Optional.empty());
  }

  @Override
  public PutOutcome complete(
      String key, String upload, List<UploadedPart> parts, String crc64nvme) {
    return around.call(
        Verb.COMPLETE_PARTS,
        key,
        0,
        () -> uploads.complete(key, upload, parts, crc64nvme),
        Optional.of(new PutOutcome.Conflict()));
  }

  @Override
  public void abort(String key, String upload) {
    var _ =
        plain(
            Verb.ABORT_PARTS,
            key,
            () -> {
              uploads.abort(key, upload);
              return key;
            });
  }

  @Override
  public List<UploadedPart> parts(String key, String upload) {
    return plain(Verb.LIST_PARTS, key, () -> uploads.parts(key, upload));
  }

  @Override
  public List<String> begun(String key) {
    return plain(Verb.LIST_PARTS, key, () -> uploads.begun(key));
  }
}
