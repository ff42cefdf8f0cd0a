package io.fastshot.indexer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.store.s3.S3Settings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaEnvironmentTest {
  private static final Map<String, String> WHOLE =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "FASTSHOT_BUCKET", "library",
          "FASTSHOT_QUEUE_URL", "https://sqs.eu-central-1.amazonaws.com/1/q");

  private static Map<String, String> with(String name, String value) {
    Map<String, String> environment = new HashMap<>(WHOLE);
    environment.put(name, value);
    return environment;
  }

  @Test
  void aFunctionOnAwsNeedsThreeVariables() {
    S3Settings settings = LambdaEnvironment.s3(WHOLE);
    assertThat(settings.endpoint()).isNull();
    assertThat(settings.region()).isEqualTo("eu-central-1");
    assertThat(settings.bucket()).isEqualTo("library");
    assertThat(settings.credentials()).isNull();
    IndexerConfig config = LambdaEnvironment.config(WHOLE);
    assertThat(config.layout().sessions()).isEqualTo("sessions/");
    assertThat(config.legacyKey().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_REGION", "FASTSHOT_BUCKET"})
  void aMissingOrEmptyVariableIsNamed(String name) {
    Map<String, String> missing = new HashMap<>(WHOLE);
    missing.remove(name);
    assertThatThrownBy(() -> LambdaEnvironment.indexing(missing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("set it on the function");
    assertThatThrownBy(() -> LambdaEnvironment.indexing(with(name, "")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
  }

  @Test
  void aMissingQueueIsNamedBeforeAnythingIsOpened() {
    Map<String, String> missing = new HashMap<>(WHOLE);
    missing.remove("FASTSHOT_QUEUE_URL");
    assertThatThrownBy(() -> LambdaEnvironment.indexing(missing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FASTSHOT_QUEUE_URL");
  }

  @Test
  void theEndpointOfS3GoesBeforeTheOneOfAllServices() {
    Map<String, String> environment = with("AWS_ENDPOINT_URL", "http://all:1");
    assertThat(LambdaEnvironment.s3(environment).endpoint()).isEqualTo(URI.create("http://all:1"));
    environment.put("AWS_ENDPOINT_URL_S3", "http://s3:2");
    assertThat(LambdaEnvironment.s3(environment).endpoint()).isEqualTo(URI.create("http://s3:2"));
    environment.put("AWS_ENDPOINT_URL_S3", "");
    assertThat(LambdaEnvironment.s3(environment).endpoint()).isEqualTo(URI.create("http://all:1"));
  }

  @Test
  void aPrefixMustEndInASlash() {
    assertThat(LambdaEnvironment.config(with("FASTSHOT_PREFIX", "team/")).layout().sessions())
        .isEqualTo("team/sessions/");
    assertThatThrownBy(() -> LambdaEnvironment.config(with("FASTSHOT_PREFIX", "team")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("team");
  }

  @Test
  void theLegacyKeyIsTaken() {
    byte[] bytes = {0, 0, 0, 0};
    LambdaEnvironment.config(with("FASTSHOT_LEGACY_KEY", "key")).legacyKey().apply(bytes, 0, 4, 0);
    assertThat(bytes).containsExactly('k', 'e', 'y', 'k');
  }

  @Test
  void theListIsPlainForTheOriginalAppIfThatIsSaid() {
    assertThat(LambdaEnvironment.config(WHOLE).plainIndexBytes()).isEqualTo(256 << 10);
    assertThat(LambdaEnvironment.config(with("FASTSHOT_ORIGINAL_APP", "true")).plainIndexBytes())
        .isEqualTo(4 << 20);
    assertThatThrownBy(() -> LambdaEnvironment.config(with("FASTSHOT_ORIGINAL_APP", "yes")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FASTSHOT_ORIGINAL_APP");
  }
}
