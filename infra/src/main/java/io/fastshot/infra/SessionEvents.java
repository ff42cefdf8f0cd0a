package io.fastshot.infra;

import java.util.List;
import software.amazon.awscdk.services.s3.CfnBucket;

/** The events of a bucket that concern sessions. The indexer's own writes are none of them. */
final class SessionEvents {

  /** Created, removed (delete markers included), and removed by a lifecycle rule. */
  static final List<String> ALL =
      List.of("s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:LifecycleExpiration:*");

  private SessionEvents() {}

  static CfnBucket.QueueConfigurationProperty toQueue(String event, Library library) {
    return CfnBucket.QueueConfigurationProperty.builder()
        .event(event)
        .queue(library.queue().events().getQueueArn())
        .filter(
            CfnBucket.NotificationFilterProperty.builder()
                .s3Key(
                    CfnBucket.S3KeyFilterProperty.builder()
                        .rules(
                            List.of(
                                rule("prefix", library.keys().sessionPrefix()),
                                rule("suffix", LibraryKeys.SESSION_SUFFIX)))
                        .build())
                .build())
        .build();
  }

  private static CfnBucket.FilterRuleProperty rule(String name, String value) {
    return CfnBucket.FilterRuleProperty.builder().name(name).value(value).build();
  }
}
