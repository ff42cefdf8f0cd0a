package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** The Lambda Invoke API, as the AWS SDK calls it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LambdaHostTest {
  private LocalCloud cloud;
  private LambdaClient lambda;

  @BeforeAll
  void start(@TempDir Path data) throws IOException {
    cloud = Clouds.storeOnly(data);
    lambda = Clouds.lambda(cloud.info(), cloud.info().secretKey());
  }

  @AfterAll
  void stop() {
    lambda.close();
    cloud.close();
  }

  @Test
  void answersWithWhatTheFunctionReturns() {
    var answer =
        lambda.invoke(r ->
            r.functionName(cloud.info().rebuildFunction())
                .payload(SdkBytes.fromUtf8String("{\"mode\":\"all\"}")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.functionError()).isNull();
    assertThat(answer.payload().asUtf8String()).isEqualTo("{\"mode\":\"all\"}");
  }

  @Test
  void aFunctionThatThrowsIsAFunctionError() {
    var answer =
        lambda.invoke(r ->
            r.functionName(cloud.info().rebuildFunction())
                .payload(SdkBytes.fromUtf8String("{\"mode\":\"throw\"}")));

    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(answer.payload().asUtf8String()).contains("asked to throw");
  }

  @Test
  void anEventIsAcceptedAtOnce() {
    var answer =
        lambda.invoke(r ->
            r.functionName(
                    "arn:aws:lambda:us-east-1:000000000000:function:"
                        + cloud.info().rebuildFunction())
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String("{}")));

    assertThat(answer.statusCode()).isEqualTo(202);
  }

  @Test
  void anUnknownFunctionIsNotFound() {
    assertThatThrownBy(() -> lambda.invoke(r -> r.functionName("nobody")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aWrongSecretIsRefused() {
    try (LambdaClient stranger = Clouds.lambda(cloud.info(), "wrong")) {
      assertThatThrownBy(() -> stranger.invoke(r -> r.functionName(cloud.info().rebuildFunction())))
          .isInstanceOfSatisfying(
              LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }
  }
}
