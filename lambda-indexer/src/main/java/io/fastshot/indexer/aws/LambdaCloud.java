package io.fastshot.indexer.aws;

import io.fastshot.indexer.queue.NominationQueue;
import io.fastshot.store.s3.BucketNotifications;
import io.fastshot.store.s3.S3Settings;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** AWS with the function's role, in the function's region. */
final class LambdaCloud implements TakeoverHandler.Cloud {
  private static final int ARN_PARTS = 6;
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;
  private static final int NAME = 5;

  private final Map<String, String> environment;

  LambdaCloud(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public BucketNotifications notifications(String bucket) {
    return BucketNotifications.open(settings(bucket));
  }

  private S3Settings settings(String bucket) {
    Map<String, String> with = new java.util.HashMap<>(environment);
    with.put("FASTSHOT_BUCKET", bucket);
    return LambdaEnvironment.s3(with);
  }

  @Override
  public NominationQueue queue(String url) {
    return SqsNominationQueue.open(url);
  }

  /**
   * Whether the answer is a plain no: a queue that may not be asked for, or elsewhere, is there.
   */
  @Override
  public boolean isGone(String queueArn) {
    String[] parts = queueArn.split(":", ARN_PARTS);
    if (parts.length < ARN_PARTS || !parts[REGION].equals(environment.get("AWS_REGION"))) {
      return false;
    }
    try (SqsClient sqs =
        SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
      sqs.getQueueUrl(r -> r.queueName(parts[NAME]).queueOwnerAWSAccountId(parts[ACCOUNT]));
      return false;
    } catch (QueueDoesNotExistException e) {
      return true;
    } catch (SdkException e) {
      return false;
    }
  }
}
