package io.fastshot.client.data.trash;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.store.ByteRange;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What sessions in Recently deleted are called. Their meta indexes went with them, so the names
 * stand in the files only.
 */
public final class TrashNames {
  private static final int PARALLEL = 16;

  private final ObjectStore store;
  private final AllegedHeaderReader reader;

  public TrashNames(ObjectStore store, XorMask legacyKey) {
    this.store = store;
    this.reader = new AllegedHeaderReader(legacyKey);
  }

  /**
   * Reads them. One request of 64 KiB for each, of the original's files a second one; 16 at a time.
   *
   * @return by the key in the trash; without those whose files cannot be read
   * @throws StoreException if the store does not answer or refuses
   */
  public Map<String, String> of(List<TrashEntry> entries) {
    Map<String, Future<String>> reading = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
      entries.forEach(entry -> reading.put(entry.trashKey(), pool.submit(() -> name(entry))));
      for (Map.Entry<String, Future<String>> one : reading.entrySet()) {
        String name = one.getValue().get();
        if (!name.isEmpty()) {
          names.put(one.getKey(), name);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException.Unavailable("interrupted while names were read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
    return names;
  }

  /** Empty if it is not known. */
  private String name(TrashEntry entry) {
    try {
      return reader.read(new Kept(store, entry)) instanceof HeaderReading.Readable(var header)
          ? header.fields().name()
          : "";
    } catch (StoreException.Archived | IOException _) {
      return "";
    }
  }

  /** Ranges of an object in the trash, which never changes. */
  private record Kept(ObjectStore store, TrashEntry entry) implements ByteSource {
    @Override
    public long sizeBytes() {
      return entry.sizeBytes();
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
      int available = (int) Math.min(length, sizeBytes() - offset);
      if (available <= 0) {
        return new byte[0];
      }
      return switch (store.get(
          entry.trashKey(), ByteRange.of(offset, available), Precondition.none())) {
        case GetOutcome.Found found -> {
          try (found) {
            yield found.body().readNBytes(available);
          }
        }
        case GetOutcome.Absent _,
            GetOutcome.NotModified _,
            GetOutcome.Changed _,
            GetOutcome.OutOfRange _ ->
            throw new IOException("it is gone");
      };
    }

    /** Only files of another layout than any program writes are read as a whole. */
    @Override
    public InputStream open(long offset) throws IOException {
      throw new IOException("too much to read for a name");
    }
  }
}
