package io.fastshot.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Adds our notification to those of a bucket that is there already, and takes it away again when
 * the stack is removed.
 *
 * <p>All notifications of a bucket are one document, and CloudFormation can only replace it as a
 * whole, for buckets of its own. So a function of our jar reads the document, changes our entries
 * and writes it back. Then it asks for a check, which finds the sessions that are there.
 */
final class BucketTakeover {
  private static final int MEMORY_MB = 512;

  BucketTakeover(Construct scope, Library library, Code code, IConstruct ready) {
    LibraryFunction function = function(scope, library, code);
    CustomResource takeover = resource(scope, library, function);
    takeover.getNode().addDependency(ready);
    takeover.getNode().addDependency(function.role());
  }

  private static LibraryFunction function(Construct scope, Library library, Code code) {
    LibraryFunction function =
        new LibraryFunction(
            scope,
            "Takeover",
            new LibraryFunction.Settings(
                "io.fastshot.indexer.aws.TakeoverHandler",
                "Fastshot: adds the library's notification to those of the existing bucket",
                MEMORY_MB,
                Duration.minutes(2)),
            code,
            Map.of());
    String queue = library.queue().events().getQueueArn();
    function.allow(
        "ChangeOurNotification",
        List.of("s3:GetBucketNotification", "s3:PutBucketNotification"),
        List.of(library.keys().bucketArn()));
    function.allow("AskForACheck", List.of("sqs:SendMessage"), List.of(queue));
    function.allow(
        "SeeIfAnOldQueueIsGone",
        List.of("sqs:GetQueueUrl"),
        List.of("arn:" + Aws.PARTITION + ":sqs:" + Aws.REGION + ":" + Aws.ACCOUNT_ID + ":*"));
    Nag.anyQueueOfTheAccount(function);
    return function;
  }

  private static CustomResource resource(
      Construct scope, Library library, LibraryFunction function) {
    return CustomResource.Builder.create(scope, "ExistingBucketNotification")
        .resourceType("Custom::FastshotBucketNotification")
        .serviceToken(function.function().getFunctionArn())
        .properties(
            Map.of(
                "Bucket",
                library.bucket().name(),
                "QueueArn",
                library.queue().events().getQueueArn(),
                "QueueUrl",
                library.queue().events().getQueueUrl(),
                "Prefix",
                library.keys().sessionPrefix(),
                "Suffix",
                LibraryKeys.SESSION_SUFFIX,
                "Events",
                SessionEvents.ALL))
        .build();
  }
}
