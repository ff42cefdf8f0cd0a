package io.fastshot.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A package that is cut into rooms.
 *
 * @param parent the package whose own classes are the front door; rooms may use them
 * @param mayUse for each room, by its name below the parent, the other rooms that it may use
 * @param open simple names of the types in rooms that others than the parent's packages may use
 */
record Rooms(String parent, Map<String, Set<String>> mayUse, Set<String> open) {
  static List<Rooms> all() {
    return List.of(container(), store(), indexer(), data(), commandLine());
  }

  private static Rooms container() {
    return new Rooms(
        "io.fastshot.container",
        Map.of(
            "read", Set.of("png", "json", "bytes"),
            "write", Set.of("read", "png", "json", "bytes"),
            "png", Set.of("bytes"),
            "json", Set.of("bytes"),
            "bytes", Set.of()),
        // The indexer reads headers by ranges, and who reads images visits them one by one; the
        // client tells whole PNGs and containers from others before it keeps or sends them. Rows
        // say
        // why a file cannot be read.
        Set.of(
            "ByteSource",
            "XorMask",
            "ImageKind",
            "Png",
            "Cover",
            "AllegedHeader",
            "AllegedHeaderReader",
            "HeaderReading",
            "ImageVisitor",
            "SessionReading",
            "KeyReasons"));
  }

  private static Rooms store() {
    return new Rooms(
        "io.fastshot.store",
        Map.of("s3", Set.of("probe"), "probe", Set.of(), "fault", Set.of()),
        // Who opens a store says which, and remembers what a probe of it found.
        Set.of(
            "AwsConfigFiles",
            "BucketNotifications",
            "Credentials",
            "Endpoints",
            "ProfileCredentials",
            "ProxyChoice",
            "S3Links",
            "S3ObjectStore",
            "S3Settings",
            "SdkAccess",
            "CapabilityMemory",
            "EtagForm",
            "StoreCapabilities",
            "Support"));
  }

  private static Rooms indexer() {
    return new Rooms(
        "io.fastshot.indexer",
        Map.of(
            "aws", Set.of("update", "rebuild", "commit", "observe", "queue", "run"),
            "update", Set.of("commit", "observe", "queue", "run"),
            "rebuild", Set.of("commit", "queue", "run"),
            "commit", Set.of("observe", "run"),
            "observe", Set.of("run"),
            "queue", Set.of(),
            "run", Set.of("queue")),
        // Who hosts the handlers gives them their run; previews show what an indexer would make.
        Set.of("IndexPreview", "NominationQueue", "IndexerConfig", "Indexing"));
  }

  private static Rooms data() {
    return new Rooms(
        "io.fastshot.client.data",
        Map.of(
            "search", Set.of(),
            "local", Set.of("connection"),
            "catalog", Set.of("cache", "connection", "bytes"),
            "transfer", Set.of("cache", "connection", "bytes"),
            "trash", Set.of("connection"),
            "rebuild", Set.of("connection"),
            "cache", Set.of("connection", "bytes"),
            "connection", Set.of("bytes"),
            "bytes", Set.of()),
        dataOpen());
  }

  /** What the library's methods take and give. */
  private static Set<String> dataOpen() {
    return Set.of(
        "Progress",
        "SafeFileName",
        "CacheProblem",
        "CachePart",
        "CacheReport",
        "CacheRules",
        "LocalCache",
        "CatalogSnapshot",
        "Refresh",
        "FacetValue",
        "Facets",
        "SearchCompletion",
        "SearchField",
        "SearchMistake",
        "SearchParts",
        "SearchableSession",
        "SessionSearch",
        "Vocabulary",
        "Credentials",
        "Failure",
        "LibrarySettings",
        "LocalFolder",
        "LocalListing",
        "LocalSession",
        "Mending",
        "StoreFindings",
        "RebuildOutcome",
        "Rebuilds",
        "DownloadOutcome",
        "UploadOutcome",
        "DeleteOutcome",
        "PurgeOutcome",
        "TrashEntry",
        "TrashListing",
        "UndoOutcome");
  }

  private static Rooms commandLine() {
    return new Rooms(
        "io.fastshot.client.cli",
        Map.of(
            "sessions", Set.of("tasks", "output", "context", "text"),
            "libraries", Set.of("tasks", "output", "context", "text"),
            "tasks", Set.of("output", "context", "text"),
            "output", Set.of("context", "text"),
            "context", Set.of("text"),
            "completion", Set.of(),
            "text", Set.of()),
        Set.of("Console"));
  }
}
