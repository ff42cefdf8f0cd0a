package io.fastshot.store.s3;

import io.fastshot.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/**
 * What a bucket tells to whom: one document, to which others may have written as well.
 *
 * <p>It is read, changed and written back as a whole; S3 knows no condition for that. Whoever
 * writes it at the same moment is lost, or we are: do this when nobody else does.
 */
public final class BucketNotifications implements AutoCloseable {
  private static final String GET = "s3:GetBucketNotification";
  private static final String PUT = "s3:PutBucketNotification";
  private static final int BAD_REQUEST = 400;

  private final S3Settings settings;
  private final S3Clients s3;
  private final S3Errors errors;

  private BucketNotifications(S3Settings settings, S3Clients s3) {
    this.settings = settings;
    this.s3 = s3;
    this.errors = new S3Errors(settings.bucket());
  }

  /** Opens a bucket; makes no request. */
  public static BucketNotifications open(S3Settings settings) {
    return new BucketNotifications(settings, S3Clients.open(settings));
  }

  /**
   * What is to be sent to a queue.
   *
   * @param queueArn the queue, which must be in the bucket's region and accept its messages
   * @param events such as {@code s3:ObjectCreated:*}
   * @param prefix of the keys
   * @param suffix of the keys
   */
  public record ToQueue(String queueArn, List<String> events, String prefix, String suffix) {
    public ToQueue {
      events = List.copyOf(events);
    }
  }

  /**
   * Adds a notification to those that are there, or replaces the one to the same queue. Two
   * requests; doing it again changes nothing.
   *
   * <p>S3 allows one receiver for each event. One that stands in the way is dropped if its queue is
   * gone (a notification outlives the stack that made it).
   *
   * @param isGone whether a queue, given by its ARN, does not exist any more
   * @throws StoreException.Rejected if another receiver has these events; the message names it
   */
  public void add(ToQueue wanted, Predicate<String> isGone) {
    NotificationConfiguration present = read();
    List<QueueConfiguration> queues = new ArrayList<>();
    for (QueueConfiguration queue : present.queueConfigurations()) {
      boolean ours = queue.queueArn().equals(wanted.queueArn());
      if (!ours && !(overlaps(queue, wanted) && isGone.test(queue.queueArn()))) {
        queues.add(queue);
      }
    }
    queues.add(entry(wanted));
    write(present.toBuilder().queueConfigurations(queues).build(), wanted);
  }

  /**
   * Takes the notifications to a queue away; the others stay. One request, or two if there was one.
   */
  public void remove(String queueArn) {
    NotificationConfiguration present = read();
    List<QueueConfiguration> others =
        present.queueConfigurations().stream()
            .filter(queue -> !queue.queueArn().equals(queueArn))
            .toList();
    if (others.size() < present.queueConfigurations().size()) {
      write(present.toBuilder().queueConfigurations(others).build(), null);
    }
  }

  private NotificationConfiguration read() {
    try {
      GetBucketNotificationConfigurationResponse answer =
          s3.reads().getBucketNotificationConfiguration(r -> r.bucket(settings.bucket()));
      return NotificationConfiguration.builder()
          .queueConfigurations(answer.queueConfigurations())
          .topicConfigurations(answer.topicConfigurations())
          .lambdaFunctionConfigurations(answer.lambdaFunctionConfigurations())
          .eventBridgeConfiguration(answer.eventBridgeConfiguration())
          .build();
    } catch (SdkException e) {
      throw errors.of(e, GET, "");
    }
  }

  /** A second try does not ask S3 to try the receivers out: another one may be out of order. */
  private void write(NotificationConfiguration document, @Nullable ToQueue wanted) {
    try {
      put(document, false);
    } catch (SdkException e) {
      if (S3Errors.status(e) != BAD_REQUEST) {
        throw errors.of(e, PUT, "");
      }
      try {
        put(document, true);
      } catch (SdkException again) {
        throw wanted == null ? errors.of(again, PUT, "") : refused(again, document, wanted);
      }
    }
  }

  private void put(NotificationConfiguration document, boolean untried) {
    s3.writes()
        .putBucketNotificationConfiguration(r ->
            r.bucket(settings.bucket())
                .notificationConfiguration(document)
                .skipDestinationValidation(untried));
  }

  private StoreException refused(
      SdkException e, NotificationConfiguration document, ToQueue wanted) {
    List<String> receivers = new ArrayList<>();
    document.queueConfigurations().forEach(queue -> receivers.add(queue.queueArn()));
    document.topicConfigurations().forEach(topic -> receivers.add(topic.topicArn()));
    document
        .lambdaFunctionConfigurations()
        .forEach(function -> receivers.add(function.lambdaFunctionArn()));
    receivers.remove(wanted.queueArn());
    return new StoreException.Rejected(
        "the bucket "
            + settings.bucket()
            + " does not take another notification for "
            + wanted.prefix()
            + "*"
            + wanted.suffix()
            + "; S3 allows one receiver for each event, and there are "
            + receivers
            + ": "
            + e.getMessage(),
        e);
  }

  private static QueueConfiguration entry(ToQueue wanted) {
    return QueueConfiguration.builder()
        .id("fastshot " + wanted.prefix())
        .queueArn(wanted.queueArn())
        .eventsWithStrings(wanted.events())
        .filter(filter ->
            filter.key(key ->
                key.filterRules(
                    FilterRule.builder().name("prefix").value(wanted.prefix()).build(),
                    FilterRule.builder().name("suffix").value(wanted.suffix()).build())))
        .build();
  }

  private static boolean overlaps(QueueConfiguration queue, ToQueue wanted) {
    String prefix = rule(queue.filter(), "prefix");
    String suffix = rule(queue.filter(), "suffix");
    return (prefix.startsWith(wanted.prefix()) || wanted.prefix().startsWith(prefix))
        && (suffix.endsWith(wanted.suffix()) || wanted.suffix().endsWith(suffix))
        && queue.eventsAsStrings().stream()
            .anyMatch(event -> wanted.events().stream().anyMatch(ours -> covers(ours, event)));
  }

  private static String rule(@Nullable NotificationConfigurationFilter filter, String name) {
    if (filter == null || filter.key() == null) {
      return "";
    }
    return filter.key().filterRules().stream()
        .filter(rule -> name.equalsIgnoreCase(rule.nameAsString()))
        .map(FilterRule::value)
        .findFirst()
        .orElse("");
  }

  /** {@code s3:ObjectCreated:*} covers {@code s3:ObjectCreated:Put}, and the other way round. */
  private static boolean covers(String a, String b) {
    String family = a.substring(0, a.lastIndexOf(':'));
    return b.startsWith(family);
  }

  @Override
  public void close() {
    s3.close();
  }
}
