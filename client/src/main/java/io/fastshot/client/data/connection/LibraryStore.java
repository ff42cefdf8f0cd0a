package io.fastshot.client.data.connection;

import io.fastshot.model.KeyLayout;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.StoreException;
import io.fastshot.store.probe.CapabilityMemory;
import io.fastshot.store.probe.StoreCapabilities;
import io.fastshot.store.probe.Support;
import io.fastshot.store.s3.S3Links;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.util.List;

/** The store of a library: how to open it, and what is known of it. */
public final class LibraryStore {
  private final LibrarySettings settings;
  private final CapabilityMemory memory;

  public LibraryStore(LibrarySettings settings, CapabilityMemory memory) {
    this.settings = settings;
    this.memory = memory;
  }

  /** Opens it; makes no request. */
  public ObjectStore open() {
    return connect();
  }

  /** Opens it for those who build on conditional writes; makes no request. */
  public ObjectStore openForIndexer() {
    return S3ObjectStore.openForIndexer(s3(), new KeyLayout(settings.prefix()));
  }

  /** Makes links to its objects; takes the credentials now. */
  public S3Links links() {
    return S3Links.open(s3());
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
        keys == null
            ? null
            : new io.fastshot.store.s3.Credentials(keys.accessKey(), keys.secretKey()),
        settings.profile(),
        S3Settings.DEFAULT_TIMEOUT);
  }

  /** What is known without a request. */
  public StoreFindings known() {
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

  /** Finds out by 13 requests; of AWS by none. */
  public StoreFindings probe() {
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
