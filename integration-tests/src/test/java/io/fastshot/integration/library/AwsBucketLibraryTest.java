package io.fastshot.integration.library;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.integration.aws.Aws;
import io.fastshot.integration.aws.TestBucket;
import io.fastshot.model.KeyLayout;
import org.junit.jupiter.api.Tag;

/** A library in a bucket of S3 itself, whose events the handlers work on in this process. */
@Tag(Aws.TAG)
final class AwsBucketLibraryTest extends LibraryContract<InProcessLibrary> {
  @Override
  protected InProcessLibrary open() {
    TestBucket bucket = closing(Aws.bucket());
    return closing(
        new InProcessLibrary(
            bucket.open(), IndexerConfig.of(KeyLayout.atRoot(), XorMask.of(LEGACY_KEY))));
  }
}
