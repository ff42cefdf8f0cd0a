package io.fastshot.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AWS configuration as it is found on people's machines. */
class AwsConfigFilesTest {
  @TempDir Path folder;

  private AwsConfigFiles read(String config) throws IOException {
    Path file = Files.writeString(folder.resolve("config"), config);
    return AwsConfigFiles.read(
        Map.of(
            "AWS_CONFIG_FILE",
            file.toString(),
            "AWS_SHARED_CREDENTIALS_FILE",
            folder.resolve("absent").toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  [default]\n  region = eu-west-1\n",
        "region = x",
        "\uFEFF[default]\nregion = eu-west-1\n",
        "[default",
        "[default]\n = x"
      })
  void whatCannotBeUnderstoodIsToldWithItsFile(String config) {
    assertThatThrownBy(() -> read(config))
        .isInstanceOf(StoreException.Rejected.class)
        .hasMessageContaining(folder.resolve("config").toString());
  }

  @Test
  void aFolderInItsPlaceIsTold() throws IOException {
    Path place = Files.createDirectory(folder.resolve("config.d"));
    assertThatThrownBy(() -> AwsConfigFiles.read(Map.of("AWS_CONFIG_FILE", place.toString())))
        .isInstanceOf(StoreException.Rejected.class)
        .hasMessageContaining(place.toString());
  }

  @Test
  void endpointsAreFoundInBothPlaces() throws IOException {
    AwsConfigFiles files =
        read(
            """
            [default]
            services = loc
            endpoint_url = http://all:1
            [profile quiet]
            ignore_configured_endpoint_urls = true
            [services loc]
            sqs =
              endpoint_url = http://queue:1
            s3 =
              max_attempts = 2
              endpoint_url = http://s3:1
            """);
    assertThat(files.endpointOfS3("default")).contains("http://s3:1");
    assertThat(files.endpoint("default")).contains("http://all:1");
    assertThat(files.endpointOfS3("quiet")).isEmpty();
    assertThat(files.ignoresEndpoints("quiet")).isTrue();
    assertThat(files.ignoresEndpoints("default")).isFalse();
  }
}
