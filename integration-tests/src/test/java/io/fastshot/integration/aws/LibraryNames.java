package io.fastshot.integration.aws;

import io.fastshot.model.KeyLayout;

/**
 * What a deployment tells of a library, under the same names as the stack's outputs.
 *
 * @param bucket LibraryBucketName
 * @param layout LibraryPrefix
 * @param queueUrl IndexerQueueUrl
 * @param deadLetterQueueUrl IndexerDeadLetterQueueUrl
 * @param rebuildFunction RebuildFunctionName: what Invoke takes
 * @param legacyKey of the original's session files, as the functions know it; empty if none
 */
public record LibraryNames(
    String bucket,
    KeyLayout layout,
    String queueUrl,
    String deadLetterQueueUrl,
    String rebuildFunction,
    String legacyKey) {}
