package io.fastshot.indexer.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.fastshot.indexer.queue.NominationQueue;
import io.fastshot.indexer.queue.QueueException;
import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.store.StoreException;
import io.fastshot.store.s3.BucketNotifications;
import io.fastshot.store.s3.BucketNotifications.ToQueue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes an existing bucket over when a stack is deployed, and gives it back when the stack is
 * removed: adds the library's notification to those of the bucket, and asks for a check, which
 * finds the sessions that are there. A custom resource of CloudFormation.
 *
 * <pre>
 * properties: Bucket, QueueArn, QueueUrl, Prefix, Suffix, Events
 * </pre>
 */
public final class TakeoverHandler implements RequestStreamHandler {
  private final Cloud cloud;

  /** What the handler works on. */
  interface Cloud {
    BucketNotifications notifications(String bucket);

    NominationQueue queue(String url);

    /** Whether the queue with this ARN does not exist any more. */
    boolean isGone(String queueArn);
  }

  /** As Lambda makes it. */
  public TakeoverHandler() {
    this(new LambdaCloud(System.getenv()));
  }

  TakeoverHandler(Cloud cloud) {
    this.cloud = cloud;
  }

  /** Never throws for what a person can mend: CloudFormation shows the reason. */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    CustomResource resource = CustomResource.read(input);
    String failure = failureOf(resource);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", resource.isRemoval() ? "gave_back" : "took_over");
    line.put("bucket", resource.request().at("/ResourceProperties/Bucket").asString(""));
    line.put("failure", String.valueOf(failure));
    JsonLog.write(context, line);
    resource.answer("fastshot-notification-" + line.get("bucket"), failure);
  }

  private @Nullable String failureOf(CustomResource resource) {
    try {
      if (resource.isRemoval()) {
        giveBack(resource);
      } else {
        takeOver(resource);
      }
      return null;
    } catch (StoreException | QueueException | IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private void takeOver(CustomResource resource) {
    ToQueue wanted =
        new ToQueue(
            resource.property("QueueArn"),
            resource.list("Events"),
            resource.property("Prefix"),
            resource.property("Suffix"));
    String bucket = resource.property("Bucket");
    try (BucketNotifications notifications = cloud.notifications(bucket)) {
      String before = resource.before("QueueArn");
      if (before != null
          && !before.equals(wanted.queueArn())
          && bucket.equals(resource.before("Bucket"))) {
        notifications.remove(before);
      }
      notifications.add(wanted, cloud::isGone);
    }
    cloud.queue(resource.property("QueueUrl")).send(List.of(QueueMessages.check()));
  }

  private void giveBack(CustomResource resource) {
    try (BucketNotifications notifications = cloud.notifications(resource.property("Bucket"))) {
      notifications.remove(resource.property("QueueArn"));
    } catch (StoreException.Rejected e) {
      // The bucket is gone, and its notifications with it. The stack must go too.
    }
  }
}
