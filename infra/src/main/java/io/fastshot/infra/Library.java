package io.fastshot.infra;

/** The parts that hold a library. */
record Library(LibraryBucket bucket, LibraryKeys keys, IndexerQueue queue, LegacyKey legacyKey) {}
