package io.fastshot.store.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * What every client of an AWS service is made of: connections and credentials. The one place that
 * makes them.
 */
public final class SdkAccess {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private SdkAccess() {}

  /**
   * Connections to one address, through the proxy that the environment names for it.
   *
   * @param target scheme and host of what will be asked
   * @param timeout for the answer's first byte, and for each wait after it
   * @throws IllegalArgumentException if the environment names something that is no proxy
   */
  public static SdkHttpClient http(URI target, Duration timeout) {
    return http(target, timeout, System.getenv());
  }

  static SdkHttpClient http(URI target, Duration timeout, Map<String, String> environment) {
    ProxyConfiguration.Builder proxy =
        ProxyConfiguration.builder()
            .useEnvironmentVariablesValues(false) // the SDK's reading would send loopback there
            .useSystemPropertyValues(false); // the JDK itself follows these, for all connections
    new ProxyChoice(environment)
        .of(target)
        .ifPresent(p -> proxy.endpoint(p.address()).username(p.user()).password(p.password()));
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT)
        .socketTimeout(timeout)
        .proxyConfiguration(proxy.build())
        .build();
  }

  /** The address of a service of AWS in a region, for {@link #http}. */
  public static URI addressOfAws(String service, String region) {
    String suffix = PartitionMetadata.of(Region.of(region)).dnsSuffix();
    return URI.create("https://" + service + "." + region + "." + suffix);
  }

  /**
   * The credentials given, or those of a profile, or of the default chain.
   *
   * @param given null: ask the profile
   * @param profile null: ask the default chain
   */
  public static AwsCredentialsProvider credentials(
      @Nullable Credentials given, @Nullable String profile) {
    if (given != null) {
      return StaticCredentialsProvider.create(
          AwsBasicCredentials.create(given.accessKey(), given.secretKey()));
    }
    return profile != null
        ? new ProfileCredentials(profile)
        : DefaultCredentialsProvider.builder().profileFile(SdkAccess::configuration).build();
  }

  /**
   * The AWS configuration as the SDK takes it.
   *
   * @throws io.fastshot.store.StoreException.Rejected if it cannot be read
   */
  public static ProfileFile configuration() {
    return AwsConfigFiles.read(System.getenv()).profiles();
  }
}
