package io.fastshot.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.constructs.IConstruct;

/** Rules of cdk-nag that are not followed, each with its reason. */
final class Nag {
  private Nag() {}

  /** The keys below one folder of the library are not known beforehand. */
  static void wholeFolders(IConstruct construct) {
    NagSuppressions.addResourceSuppressions(
        construct,
        List.of(
            NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason(
                    "Sessions come and go: the permission is for one folder of one bucket, whose"
                        + " keys are not known when the policy is written")
                .appliesTo(
                    List.of(
                        RegexAppliesTo.builder()
                            .regex(
                                "/^Resource::arn:.*:s3:::.*\\/(sessions|meta_indexes|thumbnails|trash)\\/\\*$/")
                            .build()))
                .build()),
        true);
  }

  /** A queue of an earlier stack has a name that nobody knows. */
  static void anyQueueOfTheAccount(IConstruct construct) {
    NagSuppressions.addResourceSuppressions(
        construct,
        List.of(
            NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason(
                    "sqs:GetQueueUrl tells whether a queue that the bucket's notification names"
                        + " still exists; it gives no access to the queue")
                .appliesTo(
                    List.of(
                        RegexAppliesTo.builder().regex("/^Resource::arn:.*:sqs:.*:\\*$/").build()))
                .build()),
        true);
  }

  /** Access logs of the bucket. */
  static void noAccessLogs(IConstruct bucket) {
    NagSuppressions.addResourceSuppressions(
        bucket,
        List.of(
            NagPackSuppression.builder()
                .id("AwsSolutions-S1")
                .reason(
                    "Server access logs need a second bucket and are read by nobody in most"
                        + " libraries; who needs an audit trail turns on CloudTrail data events for"
                        + " the bucket")
                .build()));
  }
}
