package io.fastshot.store;

import io.fastshot.model.Checksum;
import io.fastshot.store.parts.MemoryPartUploads;
import io.fastshot.store.parts.PartUploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A bucket in memory that keeps the whole contract of the port: for tests, simulations and
 * benchmarks.
 *
 * <p>Every verb takes effect at once, under one lock. An ETag is the quoted MD5 of the content, as
 * of S3's plain objects, so equal bytes have equal ETags.
 */
public final class MemoryObjectStore implements ObjectStore {

  /** The page size of S3. */
  public static final int PAGE_SIZE = 1_000;

  private static final Comparator<String> UTF8_ORDER =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private final InstantSource clock;
  private final int pageSize;
  private final TreeMap<String, Stored> objects = new TreeMap<>(UTF8_ORDER);

  private final PartUploads parts = new MemoryPartUploads(this::publish);

  private record Stored(byte[] bytes, ObjectInfo info) {}

  /** An empty bucket with S3's page size and the system's clock. */
  public MemoryObjectStore() {
    this(InstantSource.system(), PAGE_SIZE);
  }

  /**
   * An empty bucket.
   *
   * @param clock tells when objects are written
   * @param pageSize objects per page of a listing; 1 or more
   */
  public MemoryObjectStore(InstantSource clock, int pageSize) {
    if (pageSize < 1) {
      throw new IllegalArgumentException("the page size is below 1: " + pageSize);
    }
    this.clock = clock;
    this.pageSize = pageSize;
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    if (precondition instanceof Precondition.Absent) {
      throw new IllegalArgumentException("a read cannot ask for absence");
    }
    Stored stored = find(key);
    if (stored == null) {
      return new GetOutcome.Absent();
    }
    ETag etag = stored.info().etag();
    switch (precondition) {
      case Precondition.Matches(ETag wanted) when !wanted.equals(etag) -> {
        return new GetOutcome.Changed();
      }
      case Precondition.Differs(ETag known) when known.equals(etag) -> {
        return new GetOutcome.NotModified();
      }
      default -> {} // it holds
    }
    return slice(stored, range);
  }

  private static GetOutcome slice(Stored stored, ByteRange range) {
    int size = stored.bytes().length;
    long from =
        switch (range) {
          case ByteRange.Whole _ -> 0;
          case ByteRange.Span(long first, long _) -> first;
          case ByteRange.From(long first) -> first;
          case ByteRange.Suffix(long length) -> Math.max(0, size - length);
        };
    if (!(range instanceof ByteRange.Whole) && from >= size) {
      return new GetOutcome.OutOfRange();
    }
    long to = range instanceof ByteRange.Span(long _, long last) ? Math.min(size, last + 1) : size;
    InputStream body = new ByteArrayInputStream(stored.bytes(), (int) from, (int) (to - from));
    return new GetOutcome.Found(stored.info(), from, body);
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return Optional.ofNullable(find(key)).map(Stored::info);
  }

  private synchronized @Nullable Stored find(String key) {
    return objects.get(key);
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    byte[] bytes = readAll(key, content);
    Map<String, String> metadata = new HashMap<>(content.userMetadata());
    String sha256 = content.sha256Hex();
    if (sha256 != null) {
      if (!sha256.equals(hex("SHA-256", bytes))) {
        throw new StoreException.Rejected("the SHA-256 sent with " + key + " is not its own", null);
      }
      metadata.put(StoredChecksums.SHA256_METADATA, sha256);
      metadata.put(StoredChecksums.MD5_METADATA, hex("MD5", bytes));
    }
    ETag etag = new ETag('"' + hex("MD5", bytes) + '"');
    ObjectInfo info =
        new ObjectInfo(
            key,
            etag,
            bytes.length,
            now(),
            StoredChecksums.best(null, null, metadata, etag),
            content.contentEncoding(),
            metadata);
    return install(new Stored(bytes, info), precondition);
  }

  private PutOutcome publish(String key, byte[] bytes, ETag etag, String crc64nvme, Content about) {
    ObjectInfo info =
        new ObjectInfo(
            key,
            etag,
            bytes.length,
            now(),
            Checksum.crc64nvme(crc64nvme),
            about.contentEncoding(),
            about.userMetadata());
    return install(new Stored(bytes, info), Precondition.absent());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private synchronized PutOutcome install(Stored stored, Precondition precondition) {
    String key = stored.info().key();
    if (!holds(key, precondition)) {
      return new PutOutcome.Conflict();
    }
    objects.put(key, stored);
    return new PutOutcome.Installed(stored.info().etag());
  }

  private boolean holds(String key, Precondition precondition) {
    Stored stored = objects.get(key);
    return switch (precondition) {
      case Precondition.None _ -> true;
      case Precondition.Absent _ -> stored == null;
      case Precondition.Matches(ETag etag) -> stored != null && stored.info().etag().equals(etag);
      case Precondition.Differs _ ->
          throw new IllegalArgumentException("a write cannot ask for another ETag");
    };
  }

  @Override
  public synchronized DeleteOutcome delete(String key, Precondition precondition) {
    if (precondition instanceof Precondition.Absent) {
      throw new IllegalArgumentException("a removal cannot ask for absence");
    }
    boolean holds = holds(key, precondition);
    if (objects.containsKey(key) && !holds) {
      return new DeleteOutcome.Conflict();
    }
    objects.remove(key);
    return new DeleteOutcome.Gone();
  }

  @Override
  public synchronized PutOutcome copy(
      String source, ETag sourceEtag, String target, Precondition precondition) {
    Stored from = objects.get(source);
    if (from == null || !from.info().etag().equals(sourceEtag)) {
      return new PutOutcome.Conflict();
    }
    ObjectInfo info = from.info();
    ObjectInfo copied =
        new ObjectInfo(
            target,
            info.etag(),
            info.sizeBytes(),
            now(),
            info.checksum(),
            info.contentEncoding(),
            info.userMetadata());
    return install(new Stored(from.bytes(), copied), precondition);
  }

  @Override
  public synchronized ListPage list(String prefix, @Nullable String token) {
    var rest = token == null ? objects.tailMap(prefix, true) : objects.tailMap(token, false);
    List<ListPage.Entry> page = new ArrayList<>();
    for (Stored stored : rest.values()) {
      ObjectInfo info = stored.info();
      if (!info.key().startsWith(prefix)) {
        break;
      }
      if (page.size() == pageSize) {
        return new ListPage(page, page.getLast().key());
      }
      page.add(new ListPage.Entry(info.key(), info.etag(), info.sizeBytes(), info.lastModified()));
    }
    return new ListPage(page, null);
  }

  @Override
  public Optional<PartUploads> inParts() {
    return Optional.of(parts);
  }

  @Override
  public void close() {}

  private static byte[] readAll(String key, Content content) {
    try (InputStream in = content.source().open()) {
      byte[] bytes = in.readAllBytes();
      if (bytes.length != content.sizeBytes()) {
        throw new StoreException.Rejected(
            key + " was announced with another size than it has: " + content.sizeBytes(), null);
      }
      return bytes;
    } catch (IOException e) {
      throw new StoreException.Unavailable("the bytes for " + key + " cannot be read", e);
    }
  }

  private static String hex(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
