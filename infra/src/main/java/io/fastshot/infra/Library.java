package io.fastshot.infra;

/**
 * The parts that hold a library.
 *
 * @param originalApp whether the original app works on the bucket too
 */
record Library(
    LibraryBucket bucket,
    LibraryKeys keys,
    IndexerQueue queue,
    LegacyKey legacyKey,
    boolean originalApp) {}
