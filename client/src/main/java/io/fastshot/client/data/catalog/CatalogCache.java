package io.fastshot.client.data.catalog;

import io.fastshot.client.data.bytes.SafeFileName;
import io.fastshot.client.data.cache.CacheFiles;
import io.fastshot.client.data.cache.CacheInfo;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.json.OverallIndexJson.Reading;
import io.fastshot.store.ETag;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalog on disk: {@code overall_meta.json} and what {@code cache_info.json} says of it.
 *
 * <p>The two files cannot change at once, so the second holds the SHA-256 of the first: an ETag is
 * believed only together with the very bytes that it was written for. A damaged file is set aside
 * and reported, and never keeps the client from starting.
 *
 * <p><b>Threads:</b> safe from any number of threads and processes; the last writer wins.
 */
public final class CatalogCache {
  private static final int DAMAGE_KEPT = 20;

  private final CacheFiles files;
  private final String library;

  public CatalogCache(CacheFiles files, String library) {
    this.files = files;
    this.library = library;
  }

  /** The catalog last written; empty if there is none that can be read. */
  Catalog load() {
    CacheInfo info = loadInfo();
    Optional<byte[]> bytes = files.read(files.catalog());
    if (bytes.isEmpty()) {
      return Catalog.empty();
    }
    boolean matches = sha256(bytes.get()).equals(info.catalogSha256());
    return switch (OverallIndexJson.read(bytes.get())) {
      case Reading.Native(var index) ->
          new Catalog(index, matches ? etag(info) : null, info.refreshedAt(), info.original());
      case Reading.Original(var index) -> new Catalog(index, null, info.refreshedAt(), true);
      case Reading.Garbage(String reason) -> {
        files.setAside(files.catalog(), reason);
        yield Catalog.empty();
      }
    };
  }

  private static @Nullable ETag etag(CacheInfo info) {
    String etag = info.etag();
    return etag == null ? null : new ETag(etag);
  }

  private CacheInfo loadInfo() {
    Optional<byte[]> bytes = files.read(files.info());
    if (bytes.isEmpty()) {
      return CacheInfo.empty();
    }
    try {
      return CacheInfo.fromJson(bytes.get());
    } catch (IllegalArgumentException e) {
      files.setAside(files.info(), String.valueOf(e.getMessage()));
      return CacheInfo.empty();
    }
  }

  /** Keeps a catalog for the next start; a failure is reported and otherwise without effect. */
  void save(Catalog catalog) {
    byte[] bytes = OverallIndexJson.write(catalog.index()).bytes();
    CacheInfo info = info(catalog, sha256(bytes), bytes.length);
    try {
      files.locked(() -> {
        files.write(files.catalog(), bytes);
        files.write(files.info(), info.toJson());
      });
    } catch (IOException e) {
      files.report("the list could not be kept for the next start: " + Failure.describe(e));
    }
  }

  /** Keeps only when the bucket was last asked; the catalog itself is the one on disk. */
  void saveRefreshed(Catalog catalog) {
    try {
      files.locked(() -> {
        CacheInfo was = loadInfo();
        ETag etag = catalog.etag();
        if (etag != null && etag.value().equals(was.etag())) {
          CacheInfo now = info(catalog, was.catalogSha256(), was.catalogBytes());
          files.write(files.info(), now.toJson());
        }
      });
    } catch (IOException e) {
      files.report("the time of the refresh could not be kept: " + Failure.describe(e));
    }
  }

  private CacheInfo info(Catalog catalog, @Nullable String sha256, long bytes) {
    ETag etag = catalog.etag();
    List<String> problems = files.problems();
    return new CacheInfo(
        library,
        etag == null ? null : etag.value(),
        sha256,
        bytes,
        catalog.refreshedAt(),
        catalog.original(),
        problems.subList(Math.max(0, problems.size() - DAMAGE_KEPT), problems.size()));
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(SafeFileName.sha256().digest(bytes));
  }
}
