package io.fastshot.store.probe;

import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.DeleteOutcome.Gone;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.PutOutcome.Installed;
import io.fastshot.store.StoreException;
import io.fastshot.store.StoredChecksums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * One probe: asks a store what it makes of conditions, by trying them on scratch objects of its
 * own.
 *
 * <p><b>Cost:</b> 13 small requests where all is well, one or two more where ETags need another
 * form.
 *
 * <p>A refusal is believed only if the bytes are the old ones afterwards: there are stores that
 * answer 412 and have written all the same.
 *
 * <p>Each has a name of its own, so that any number may run at once, and removes what it wrote.
 * What one that died left behind is removed by a later one, an hour after it was written by the
 * store's own clock.
 */
public final class CapabilityProbe {
  private static final int TRIES = 3;
  private static final int NAME_BYTES = 8;
  private static final int LONGEST_TEXT = 1_000; // ours are shorter
  private static final String OVERWROTE =
      "it said that it refused to overwrite an object, and overwrote it";

  // Contents of the scratch objects, all different, so that each version has its own ETag. NOW and
  // OTHER are equally long: where one takes the other's place unseen, its length stays wrong.
  private static final String FIRST = "Scratch object of a probe; may be removed.";
  private static final String AGAIN = FIRST + " Created again.";
  private static final String NOW = FIRST + " New bytes.";
  private static final String STALE = FIRST + " Replaced by a stale ETag.";
  private static final String OTHER = FIRST + " The other.";
  private static final Duration LITTER = Duration.ofHours(1);
  private static final List<EtagForm> FORMS = List.of(EtagForm.AS_SENT, EtagForm.UNQUOTED);
  private static final Precondition ABSENT = Precondition.absent();
  private static final Precondition ANYWAY = Precondition.none();
  private final Function<StoreCapabilities, ObjectStore> store;
  private final String folder;
  private final String name;
  private final Set<String> written = new LinkedHashSet<>();

  /**
   * Makes no request.
   *
   * @param store the store, talked to as if it had the given capabilities; not closed here
   * @param folder prefix of the scratch objects' keys, ending in {@code /}; no event may come of it
   */
  public CapabilityProbe(
      Function<StoreCapabilities, ObjectStore> store, String folder, RandomGenerator random) {
    this.store = store;
    this.folder = folder;
    byte[] bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    this.name = folder + HexFormat.of().formatHex(bytes);
  }

  /** A scratch object. */
  private record Scratch(String key, ETag etag) {}

  /**
   * Runs the probe.
   *
   * @throws StoreException if the store does not answer, or does not let this be written
   */
  public StoreCapabilities run() {
    try {
      return probe();
    } finally {
      cleanUp();
    }
  }

  private ObjectStore as(EtagForm writes, EtagForm reads, EtagForm copies) {
    return store.apply(StoreCapabilities.held(writes, reads, copies));
  }

  private ObjectStore plain() {
    return store.apply(StoreCapabilities.aws());
  }

  private StoreCapabilities probe() {
    Optional<Scratch> created = create();
    if (created.isEmpty()) {
      return StoreCapabilities.without(
          Support.REFUSED, "it refuses to create an object with If-None-Match: *");
    }
    Scratch first = created.get();
    if (steadily(() -> put(plain(), first.key(), AGAIN, ABSENT)) instanceof Installed) {
      return StoreCapabilities.without(
          Support.IGNORED,
          "it overwrote an object although the request said \"only if there is none\""
              + " (If-None-Match: *)");
    }
    for (EtagForm form : FORMS) {
      Optional<Scratch> second = replace(first, form);
      if (second.isPresent()) {
        return withWrites(first, second.get(), form);
      }
    }
    if (overwroteWhatItRefused(first)) {
      return StoreCapabilities.without(Support.IGNORED, OVERWROTE);
    }
    if (!isStill(first)) {
      throw new StoreException.Unavailable("a write of the probe landed late; ask again", null);
    }
    return StoreCapabilities.without(
        Support.REFUSED,
        "it refuses to replace an object with If-Match of its own ETag, quoted or not");
  }

  /** Create-only. Empty if the store refuses that, and would let it be created otherwise. */
  private Optional<Scratch> create() {
    for (int attempt = 1; ; attempt++) {
      String key = name + "-" + attempt;
      try {
        if (put(plain(), key, FIRST, ABSENT) instanceof Installed(ETag etag)) {
          return Optional.of(new Scratch(key, etag));
        }
        if (attempt == TRIES) {
          return Optional.empty(); // nobody else can have these names
        }
      } catch (StoreException.Rejected e) {
        if (put(plain(), key, FIRST, ANYWAY) instanceof Installed) {
          return Optional.empty();
        }
        throw e;
      } catch (StoreException.Unavailable e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Replaces by the right ETag. When an answer is lost, the object itself tells. */
  private Optional<Scratch> replace(Scratch scratch, EtagForm form) {
    ObjectStore as = as(form, EtagForm.AS_SENT, EtagForm.AS_SENT);
    for (int attempt = 1; ; attempt++) {
      try {
        PutOutcome outcome = put(as, scratch.key(), NOW, Precondition.matches(scratch.etag()));
        return outcome instanceof Installed(ETag etag)
            ? Optional.of(new Scratch(scratch.key(), etag))
            : Optional.empty();
      } catch (StoreException.Rejected _) {
        return Optional.empty(); // not understood in this form
      } catch (StoreException.Unavailable e) {
        Optional<ETag> now = etagNow(scratch);
        if (now.isPresent() && !now.get().equals(scratch.etag())) {
          return Optional.of(new Scratch(scratch.key(), now.get()));
        }
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private Optional<ETag> etagNow(Scratch scratch) {
    return plain().head(scratch.key()).map(ObjectInfo::etag);
  }

  private boolean isStill(Scratch scratch) {
    return etagNow(scratch).equals(Optional.of(scratch.etag()));
  }

  private StoreCapabilities withWrites(Scratch stale, Scratch now, EtagForm writes) {
    ObjectStore as = as(writes, EtagForm.AS_SENT, EtagForm.AS_SENT);
    Precondition old = Precondition.matches(stale.etag());
    if (steadily(() -> put(as, stale.key(), STALE, old)) instanceof Installed) {
      return StoreCapabilities.without(
          Support.IGNORED,
          "it overwrote an object although the ETag in If-Match was of an older version");
    }
    for (EtagForm reads : FORMS) {
      Optional<String> text = text(as(writes, reads, EtagForm.AS_SENT), now);
      if (text.isPresent()) {
        return text.get().equals(NOW)
            ? withReads(stale, now, writes, reads)
            : StoreCapabilities.without(Support.IGNORED, OVERWROTE);
      }
    }
    if (overwroteWhatItRefused(now)) {
      return StoreCapabilities.without(Support.IGNORED, OVERWROTE);
    }
    throw new StoreException.Rejected(
        "The store refuses to read an object with If-Match of its own ETag, quoted or not."
            + " See docs/STORES.md",
        null);
  }

  private boolean overwroteWhatItRefused(Scratch scratch) {
    return steadily(() -> text(plain().get(scratch.key(), ByteRange.whole(), ANYWAY)))
        .filter(Set.of(AGAIN, STALE)::contains)
        .isPresent();
  }

  private StoreCapabilities withReads(Scratch stale, Scratch now, EtagForm writes, EtagForm reads) {
    String target = now.key() + "-copy";
    written.add(target);
    for (EtagForm copies : FORMS) {
      ObjectStore copying = as(writes, reads, copies);
      if (copy(copying, now, target, ANYWAY).isPresent()) {
        putOther(copying, target);
        Support hold = spares(copying, now, target) ? Support.HOLDS : Support.IGNORED;
        Support deletes = deletes(copying, now, stale.etag());
        return StoreCapabilities.held(writes, reads, copies).but(deletes, hold);
      }
    }
    return StoreCapabilities.held(writes, reads, EtagForm.AS_SENT)
        .but(Support.UNKNOWN, Support.REFUSED);
  }

  /** Whether a copy onto nothing leaves what is there, and not other bytes below its checksum. */
  private static boolean spares(ObjectStore as, Scratch source, String target) {
    if (copy(as, source, target, ABSENT).isPresent()) {
      return false;
    }
    try {
      var text = steadily(() -> text(as.get(target, ByteRange.whole(), ANYWAY)));
      return text.equals(Optional.of(OTHER));
    } catch (StoreException.Unavailable e) {
      if (!(e.getCause() instanceof StoredChecksums.MismatchException)) {
        throw e;
      }
      return false;
    }
  }

  private static Optional<String> text(ObjectStore as, Scratch scratch) {
    Precondition same = Precondition.matches(scratch.etag());
    return steadily(() -> text(as.get(scratch.key(), ByteRange.whole(), same)));
  }

  /** Empty if the object was not given out. */
  private static Optional<String> text(GetOutcome outcome) {
    if (!(outcome instanceof GetOutcome.Found found)) {
      return Optional.empty();
    }
    try (found) {
      byte[] bytes = found.body().readNBytes(LONGEST_TEXT);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new StoreException.Unavailable("the connection broke during the probe", e);
    }
  }

  /** Copies; empty if the store did not. */
  private static Optional<ETag> copy(
      ObjectStore as, Scratch source, String target, Precondition condition) {
    try {
      PutOutcome outcome = steadily(() -> as.copy(source.key(), source.etag(), target, condition));
      return outcome instanceof Installed(ETag etag) ? Optional.of(etag) : Optional.empty();
    } catch (StoreException.Rejected _) {
      return Optional.empty(); // not understood
    }
  }

  /** Tries a stale ETag, which must not remove, and then the right one, which must. */
  private static Support deletes(ObjectStore as, Scratch now, ETag stale) {
    String key = now.key();
    try {
      if (steadily(() -> as.delete(key, Precondition.matches(stale))) instanceof Gone) {
        return Support.IGNORED;
      }
      return steadily(() -> as.delete(key, Precondition.matches(now.etag()))) instanceof Gone
          ? Support.HOLDS
          : Support.REFUSED;
    } catch (StoreException.Rejected _) {
      return Support.REFUSED;
    }
  }

  private PutOutcome put(ObjectStore as, String key, String text, Precondition condition) {
    written.add(key);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return as.put(key, Content.hashed(bytes, "text/plain"), condition); // as an upload is
  }

  private void putOther(ObjectStore as, String key) {
    if (!(steadily(() -> put(as, key, OTHER, ANYWAY)) instanceof Installed)) {
      throw new StoreException.Rejected(
          "The store refuses to write an object without a condition. See docs/STORES.md", null);
    }
  }

  /** For what may be repeated: nobody else knows these keys. */
  private static <T> T steadily(Supplier<T> request) {
    for (int attempt = 1; ; attempt++) {
      try {
        return request.get();
      } catch (StoreException.Unavailable e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /** A courtesy: whether it succeeds says nothing about the store's conditions. */
  private void cleanUp() {
    try {
      List<ListPage.Entry> there = plain().list(folder, null).objects();
      Optional<Instant> now =
          there.stream()
              .filter(entry -> written.contains(entry.key()))
              .map(ListPage.Entry::lastModified)
              .findFirst();
      for (ListPage.Entry entry : there) {
        if (now.isPresent() && entry.lastModified().isBefore(now.get().minus(LITTER))) {
          written.add(entry.key());
        }
      }
      written.retainAll(there.stream().map(ListPage.Entry::key).toList());
    } catch (StoreException _) {
      // Listing is not allowed, or the store is away: what this run wrote is removed all the same.
    }
    for (String key : written) {
      try {
        plain().delete(key, ANYWAY);
      } catch (StoreException _) {
        // The next probe removes what stays.
      }
    }
  }
}
