package io.fastshot.client.verify;

/**
 * What the bucket holds.
 *
 * @param sessions number of session files
 * @param sessionBytes their size
 * @param metaIndexes number of meta indexes
 * @param thumbnails number of thumbnails
 * @param trash number of sessions in Recently deleted
 * @param trashBytes their size
 */
public record BucketCounts(
    long sessions,
    long sessionBytes,
    long metaIndexes,
    long thumbnails,
    long trash,
    long trashBytes) {}
