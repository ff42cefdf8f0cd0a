package io.fastshot.indexer.commit;

import io.fastshot.indexer.run.CommitPolicy;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.OverallIndex;
import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Applies one change to the overall index and publishes it by compare-and-swap. */
public final class IndexCommitter {

  /** 100,000 rows are some 10 MB as they are stored; more than this is no index of ours. */
  private static final int MAX_INDEX_BYTES = 128 * 1024 * 1024;

  /**
   * A document of a higher rev is not continued but replaced, so that no rev of ours ever comes
   * near the highest that readers believe.
   */
  private static final long MAX_CONTINUED_REV = OverallIndexJson.MAX_REV / 2;

  private final Indexing parts;
  private final String key;

  public IndexCommitter(Indexing parts) {
    this.parts = parts;
    this.key = parts.config().layout().overallMeta();
  }

  /** From one version of the index to the next. */
  public interface Change {

    /**
     * The next version. Called once per version that was read, each time with the newest; what it
     * observes it observes after that version was read.
     *
     * @return empty if there is nothing to install
     * @throws StoreException.Unavailable if it could not tell; counts as a lost try
     */
    Optional<OverallIndex> next(IndexBase base);

    /** Called when too many tries were lost: ask for less, so that the next try is quicker. */
    void halve();
  }

  /** How a commit ended. */
  public sealed interface Outcome {

    /**
     * The change is in.
     *
     * @param attempts PUTs used; 1 without contention
     */
    record Installed(OverallIndex index, int attempts) implements Outcome {}

    /** The change asked for nothing. */
    record Unneeded(IndexBase base) implements Outcome {}

    /** It is not known to be in; a late write may still land, as a legal version. */
    record GaveUp(int attempts, String reason) implements Outcome {}
  }

  /**
   * Reads {@code overall_meta.json} with its ETag, applies {@code change}, and writes the result
   * with {@code If-Match}, or with {@code If-None-Match: *} when there is none yet. When another
   * writer was faster, or when it is not known whether the write landed, waits with jitter and
   * starts over: a write that landed late is a version like any other. If {@code change} took long,
   * looks before the PUT whether another writer was faster.
   *
   * <p><b>Cost:</b> one GET and one PUT without contention, beside what {@code change} reads; at
   * most as many of both as the policy has attempts, and one conditional GET more per attempt where
   * {@code change} took long. Every PUT carries the whole index.
   *
   * <p><b>Threads:</b> blocks the caller; safe from any number of threads and processes.
   *
   * @throws StoreException.Denied if the credentials may not read or write the index
   * @throws StoreException.Rejected if the store refuses the request as wrong
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">S3
   *     conditional writes</a>
   */
  public Outcome commit(Change change, Deadline deadline) {
    CommitPolicy policy = parts.config().commit();
    String reason = "no time was left";
    int losses = 0;
    while (losses < policy.attempts() && !deadline.passed()) {
      try {
        Instant start = parts.clock().instant();
        IndexBase base = read();
        Optional<OverallIndex> next = change.next(base);
        if (next.isPresent() && isLongAgo(start) && !deadline.passed()) {
          Optional<IndexBase> newer = newerThan(base);
          if (newer.isPresent()) {
            base = newer.get();
            next = change.next(base);
          }
        }
        if (next.isEmpty()) {
          return new Outcome.Unneeded(base);
        }
        if (install(base, next.get())) {
          return new Outcome.Installed(next.get(), losses + 1);
        }
        reason = "other writers were faster " + (losses + 1) + " times";
      } catch (StoreException.Unavailable e) {
        reason = e.getMessage();
      }
      losses++;
      if (policy.halvesAfter(losses)) {
        change.halve();
      }
      if (!Backoff.waited(parts, losses, deadline)) {
        break;
      }
    }
    return new Outcome.GaveUp(losses, String.valueOf(reason));
  }

  private boolean isLongAgo(Instant start) {
    Duration passed = Duration.between(start, parts.clock().instant());
    return passed.compareTo(parts.config().commit().lookAgainAfter()) >= 0;
  }

  /** The stored version. One GET. */
  public IndexBase read() {
    return read(Precondition.none())
        .orElseThrow(() -> new StoreException.Unavailable("an unasked answer for " + key, null));
  }

  /**
   * The stored version; empty if it is still the known one. One GET, without a body then. None if
   * there was no index: that there is none again does not tell that there was none meanwhile.
   */
  private Optional<IndexBase> newerThan(IndexBase known) {
    ETag etag = known.etag();
    return etag == null ? Optional.empty() : read(Precondition.differs(etag));
  }

  /** Empty if the condition does not hold. */
  private Optional<IndexBase> read(Precondition condition) {
    return switch (parts.store().get(key, ByteRange.whole(), condition)) {
      case GetOutcome.Absent _ -> Optional.of(new IndexBase(OverallIndex.empty(), null, false));
      case GetOutcome.Found found -> Optional.of(read(found));
      case GetOutcome.NotModified _ -> Optional.empty();
      case GetOutcome.Changed _, GetOutcome.OutOfRange _ ->
          throw new StoreException.Unavailable("an unasked answer for " + key, null);
    };
  }

  private static IndexBase read(GetOutcome.Found found) {
    ETag etag = found.info().etag();
    if (found.info().sizeBytes() > MAX_INDEX_BYTES) {
      closeUnread(found);
      return new IndexBase(OverallIndex.empty(), etag, false);
    }
    byte[] stored = ObjectStores.read(found, MAX_INDEX_BYTES).bytes();
    return switch (OverallIndexJson.read(stored)) {
      case OverallIndexJson.Reading.Native(OverallIndex index)
          when index.rev() <= MAX_CONTINUED_REV ->
          new IndexBase(index, etag, true);
      case OverallIndexJson.Reading.Native _ -> new IndexBase(OverallIndex.empty(), etag, false);
      case OverallIndexJson.Reading.Original(OverallIndex index) ->
          new IndexBase(index, etag, false);
      case OverallIndexJson.Reading.Garbage _ -> new IndexBase(OverallIndex.empty(), etag, false);
    };
  }

  private static void closeUnread(GetOutcome.Found found) {
    try {
      found.close();
    } catch (IOException e) {
      throw new StoreException.Unavailable("the connection broke: " + found.info().key(), e);
    }
  }

  private boolean install(IndexBase base, OverallIndex next) {
    OverallIndexJson.Encoded encoded =
        OverallIndexJson.write(next, parts.config().plainIndexBytes());
    Content content =
        Content.of(encoded.bytes(), "application/json").withEncoding(encoded.contentEncoding());
    return parts.store().put(key, content, base.precondition()) instanceof PutOutcome.Installed;
  }
}
