package io.fastshot.store.s3;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/**
 * AWS's own address of a bucket, whatever endpoint the environment or the configuration names: who
 * opened the store has looked at those, and a store that is taken for AWS is not probed.
 */
final class OwnEndpoint implements S3EndpointProvider {
  private final S3EndpointProvider rules = S3EndpointProvider.defaultProvider();

  @Override
  public CompletableFuture<Endpoint> resolveEndpoint(S3EndpointParams params) {
    return rules.resolveEndpoint(params.toBuilder().endpoint(null).build());
  }
}
