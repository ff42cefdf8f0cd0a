package io.fastshot.client.data;

import io.fastshot.model.KeyLayout;
import io.fastshot.store.CapabilityMemory;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.S3ObjectStore;
import io.fastshot.store.S3Settings;
import io.fastshot.store.StoreCapabilities;
import io.fastshot.store.StoreException;
import io.fastshot.store.Support;
import java.util.List;

/** The store of a library: how to open it, and what is known of it. */
final class LibraryStore {
  private final LibrarySettings settings;
  private final CapabilityMemory memory;

  LibraryStore(LibrarySettings settings, CapabilityMemory memory) {
    this.settings = settings;
    this.memory = memory;
  }

  /** Opens it; makes no request. */
  ObjectStore open() {
    return connect();
  }

  /** Opens it for those who build on conditional writes; makes no request. */
  ObjectStore openForIndexer() {
    return S3ObjectStore.openForIndexer(s3(), new KeyLayout(settings.prefix()));
  }

  private S3ObjectStore connect() {
    return S3ObjectStore.open(s3(), new KeyLayout(settings.prefix()), memory);
  }

  private S3Settings s3() {
    Credentials keys = settings.credentials();
    return new S3Settings(
        settings.endpoint(),
        settings.region(),
        settings.bucket(),
        keys == null ? null : new io.fastshot.store.Credentials(keys.accessKey(), keys.secretKey()),
        settings.profile(),
        S3Settings.DEFAULT_TIMEOUT);
  }

  /** What is known without a request. */
  StoreFindings known() {
    if (s3().isAws()) {
      return new StoreFindings(true, true, List.of("AWS S3"));
    }
    return memory
        .recall()
        .map(LibraryStore::findings)
        .orElseGet(() ->
            new StoreFindings(
                false, null, List.of("not probed yet; done before the first upload or delete")));
  }

  /** Finds out by some 13 requests; of AWS by none. */
  StoreFindings probe() {
    if (s3().isAws()) {
      return known();
    }
    try (S3ObjectStore store = connect()) {
      return findings(store.probe());
    } catch (StoreException e) {
      return new StoreFindings(
          false, null, List.of("could not be probed: " + Failure.of(e).reason()));
    }
  }

  private static StoreFindings findings(StoreCapabilities found) {
    Boolean holds =
        found.writes() == Support.UNKNOWN ? null : Boolean.valueOf(found.conditionalWritesHold());
    return new StoreFindings(false, holds, found.findings());
  }
}
