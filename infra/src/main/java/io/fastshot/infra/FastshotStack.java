package io.fastshot.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * One library in AWS: the bucket that holds the sessions, and what keeps its index.
 *
 * <pre>
 * bucket ─events─► queue ─batches─► indexer ─► meta indexes, thumbnails, overall index
 *                    └─ after 5 failures ─► dead letters ─► alarm
 * every hour, on that alarm, and on request ─► rebuild ─► queue
 * </pre>
 *
 * <p>Its outputs are what {@code fastshot connect} reads.
 */
final class FastshotStack extends Stack {
  private final Library library;
  private final Indexing indexing;

  /**
   * Adds the stack to an app.
   *
   * @param scope the app
   * @param options what was chosen
   * @param code the packaged function
   * @param props account, region and description
   */
  FastshotStack(Construct scope, LibraryOptions options, Code code, StackProps props) {
    super(scope, options.stackName(), props);
    IndexerQueue queue = new IndexerQueue(this, Indexing.INDEXER_TIMEOUT);
    LibraryBucket bucket = new LibraryBucket(this, options);
    library =
        new Library(
            bucket,
            new LibraryKeys(bucket.arn(), options.prefix()),
            queue,
            new LegacyKey(this, options.legacyKeySecret()),
            options.originalApp());
    IConstruct accepting = queue.acceptFrom(bucket.arn());
    bucket.notify(library, accepting);
    if (options.existingBucket() != null) {
      new BucketTakeover(this, library, code, accepting);
    }
    indexing = new Indexing(this, code, library);
    LibraryMetrics metrics = new LibraryMetrics(bucket.name() + "/" + options.prefix());
    Checks checks = new Checks(this, indexing.rebuild());
    checks.everyHour();
    checks.when(new Alarms(this, options.alarmEmail()).watch(queue, indexing, metrics));
    outputs(
        new AccessPolicies(this, library.keys(), indexing.rebuild()),
        new LibraryDashboard(this, library, indexing, metrics));
  }

  private void outputs(AccessPolicies policies, LibraryDashboard dashboard) {
    output("LibraryBucketName", library.bucket().name(), "The bucket of the library");
    output("LibraryPrefix", library.keys().prefix(), "What stands before every key");
    output("LibraryRegion", getRegion(), "The region of the bucket and all the rest");
    output("IndexerQueueUrl", library.queue().events().getQueueUrl(), "Events to be seen to");
    output(
        "IndexerDeadLetterQueueUrl",
        library.queue().deadLetters().getQueueUrl(),
        "Events that nobody could see to");
    output("IndexerFunctionName", indexing.indexer().nameWithAlias(), "Keeps the index");
    output(
        "RebuildFunctionName",
        indexing.rebuild().nameWithAlias(),
        "Invoke it to rebuild or check the index");
    output("ClientPolicyArn", policies.client().getManagedPolicyArn(), "For who works with it");
    output("ReaderPolicyArn", policies.reader().getManagedPolicyArn(), "For who only reads");
    output("DashboardUrl", dashboard.url(), "How the library is doing");
  }

  private void output(String name, String value, String description) {
    CfnOutput.Builder.create(this, name).value(value).description(description).build();
  }
}
