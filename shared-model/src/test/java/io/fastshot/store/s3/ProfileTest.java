package io.fastshot.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.store.ObjectStore;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What is said of profiles that give no credentials. */
class ProfileTest {
  private static final String CONFIG = "aws.configFile";
  private static final String CREDENTIALS = "aws.sharedCredentialsFile";

  @TempDir Path home;

  @AfterEach
  void forget() {
    System.clearProperty(CONFIG);
    System.clearProperty(CREDENTIALS);
  }

  private void denied(String config, String because) throws IOException {
    System.setProperty(CONFIG, Files.writeString(home.resolve("config"), config).toString());
    System.setProperty(CREDENTIALS, Files.writeString(home.resolve("none"), "").toString());
    S3Settings settings =
        new S3Settings(
            URI.create("http://127.0.0.1:1"), "r", "bucket", null, "team", Duration.ofSeconds(2));
    try (ObjectStore store = S3ObjectStore.open(settings)) {
      assertThatThrownBy(() -> store.head("k"))
          .isInstanceOf(StoreException.Denied.class)
          .hasMessageContaining("no credentials were found")
          .hasMessageContaining(because);
    }
  }

  @Test
  void noCredentialsAnywhereAreToldInOneShortLine() {
    String chain = "AwsCredentialsProviderChain(credentialsProviders=[" + "x, ".repeat(400) + "])";
    String told =
        ProfileCredentials.told(
            SdkClientException.create(
                "Unable to load credentials from any of the providers in the chain " + chain));
    assertThat(told).contains("AWS_ACCESS_KEY_ID", "~/.aws").hasSizeLessThan(150);
    assertThat(ProfileCredentials.told(SdkClientException.create("connection reset")))
        .isEqualTo("connection reset");
  }

  @Test
  void aMissingProfileIsSaid() throws IOException {
    denied("[profile other]\naws_access_key_id = a\naws_secret_access_key = b\n", "team");
  }

  @Test
  void aProfileWithoutCredentialsIsSaid() throws IOException {
    denied("[profile team]\nregion = eu-central-1\n", "team");
  }

  @Test
  void aModuleThatIsNotOnTheClassPathIsSaid() throws IOException {
    String sso =
        """
        [profile team]
        sso_start_url = https://example.com
        sso_region = eu-central-1
        sso_account_id = 1
        sso_role_name = r
        """;
    denied(sso, "sso");
  }
}
