package io.fastshot.client.data.transfer;

import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.bytes.Slice;
import io.fastshot.client.data.bytes.SlicedDigests;
import io.fastshot.client.data.bytes.Transfer;
import io.fastshot.client.data.connection.Retry;
import io.fastshot.store.Content;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import io.fastshot.store.parts.PartUploads;
import io.fastshot.store.parts.UploadedPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a large file in parts. What the store has of an earlier try is not sent again: a part is
 * known by its checksum, and the whole object's is compared by the store at the end, so a wrong
 * guess costs time and nothing else.
 *
 * <p>An upload is noted before it is begun, with those of its key that are there: after a crash the
 * one whose answer was never seen is told from somebody else's.
 */
final class PartsUpload {
  private final PartUploads uploads;
  private final String key;
  private final PartMemory memory;

  /** Of one key; makes no request. */
  PartsUpload(PartUploads uploads, String key, PartMemory memory) {
    this.uploads = uploads;
    this.key = key;
    this.memory = memory;
  }

  /**
   * Sends what is missing and completes.
   *
   * @param about type and metadata of the object
   * @return {@link PutOutcome.Conflict} also if the upload ended meanwhile: the object tells why
   */
  PutOutcome run(Content about, Path file, SlicedDigests digests, Retry retry, Progress progress)
      throws IOException {
    String upload = open(about);
    try {
      Map<Integer, UploadedPart> there = new HashMap<>();
      uploads.parts(key, upload).forEach(part -> there.put(part.number(), part));
      List<UploadedPart> parts = new ArrayList<>();
      for (Slice slice : digests.slices()) {
        Transfer.stopIfCancelled(progress);
        UploadedPart known = there.get(slice.number());
        long total = digests.whole().sizeBytes();
        if (known != null && isSame(known, slice)) {
          parts.add(known.with(slice.crc64nvme()));
          progress.transferred(slice.offset() + slice.sizeBytes(), total);
        } else {
          Content part = content(file, slice, total, progress);
          parts.add(
              retry.run(_ -> uploads.put(key, upload, slice.number(), part, slice.crc64nvme())));
        }
      }
      PutOutcome outcome = uploads.complete(key, upload, parts, digests.whole().crc64nvme());
      if (!(outcome instanceof PutOutcome.Installed)) {
        uploads.abort(key, upload);
      }
      memory.clear();
      return outcome;
    } catch (StoreException.UploadGone _) {
      memory.clear();
      return new PutOutcome.Conflict();
    }
  }

  private String open(Content about) throws IOException {
    Optional<UnfinishedUpload> noted = memory.noted();
    @Nullable String known = noted.map(UnfinishedUpload::id).orElse(null);
    if (known != null) {
      return known;
    }
    if (noted.isPresent()) {
      abortOwn(noted.get());
    }
    UnfinishedUpload beginning = new UnfinishedUpload(null, begun());
    memory.note(beginning);
    String id = uploads.begin(key, about);
    memory.note(new UnfinishedUpload(id, beginning.others()));
    return id;
  }

  private @Nullable List<String> begun() {
    try {
      return uploads.begun(key);
    } catch (StoreException.Denied | StoreException.Rejected _) {
      return null; // not allowed, or not known there: the store's own rule ends what stays
    }
  }

  /** Ends what is noted: nothing of it stays in the store. */
  void abandon() throws IOException {
    Optional<UnfinishedUpload> noted = memory.noted();
    if (noted.isPresent()) {
      abortOwn(noted.get());
      memory.clear();
    }
  }

  private void abortOwn(UnfinishedUpload noted) {
    String id = noted.id();
    List<String> others = noted.others();
    if (id != null) {
      uploads.abort(key, id);
    } else if (others != null) {
      List<String> now = begun();
      if (now != null) {
        now.stream().filter(upload -> !others.contains(upload)).forEach(u -> uploads.abort(key, u));
      }
    }
  }

  private static Content content(Path file, Slice slice, long total, Progress progress) {
    Progress shifted =
        new Progress() {
          @Override
          public void transferred(long doneBytes, long totalBytes) {
            progress.transferred(slice.offset() + doneBytes, total);
          }

          @Override
          public boolean cancelled() {
            return progress.cancelled();
          }
        };
    return new Content(
        () -> new Transfer(slice.open(file), shifted, slice.sizeBytes()),
        slice.sizeBytes(),
        "application/octet-stream",
        null,
        null,
        Map.of());
  }

  private static boolean isSame(UploadedPart part, Slice slice) {
    String crc = part.crc64nvme();
    return part.sizeBytes() == slice.sizeBytes()
        && (crc != null
            ? crc.equals(slice.crc64nvme())
            : part.etag().unquoted().equals(slice.md5()));
  }
}
