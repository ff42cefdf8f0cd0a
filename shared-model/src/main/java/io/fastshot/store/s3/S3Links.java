package io.fastshot.store.s3;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Addresses with which anybody can read an object for a while (presigned URLs). They are made here,
 * without a request to the store, which checks them when they are used.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html">
 *     Presigned URLs</a>
 */
public final class S3Links implements AutoCloseable {
  private final S3Settings settings;
  private final AwsCredentials credentials;
  private final S3Presigner presigner;

  private S3Links(S3Settings settings, AwsCredentials credentials) {
    this.settings = settings;
    this.credentials = credentials;
    this.presigner = presigner(settings, credentials);
  }

  /**
   * Takes the credentials, for all links that it makes: a profile may ask a server for them.
   *
   * @throws io.fastshot.store.StoreException if there are none
   */
  public static S3Links open(S3Settings settings) {
    try {
      return new S3Links(
          settings,
          SdkAccess.credentials(settings.credentials(), settings.profile()).resolveCredentials());
    } catch (SdkException e) {
      throw new S3Errors(settings.bucket()).of(e, "s3:GetObject", "");
    }
  }

  /**
   * An address.
   *
   * @param address has the signature in its query: who has it can read the object
   * @param expires when it ends to work: as was asked, or earlier, with the credentials
   * @param withCredentials whether it ends earlier than was asked, as the credentials do
   */
  public record Link(URI address, Instant expires, boolean withCredentials) {}

  /**
   * Makes an address.
   *
   * @param key of an object; it is not looked for
   * @param filename under which a browser keeps it
   * @param lasting above 0, at most 7 days
   */
  public Link to(String key, String filename, Duration lasting) {
    var request =
        presigner.presignGetObject(p ->
            p.signatureDuration(lasting)
                .getObjectRequest(get ->
                    get.bucket(settings.bucket())
                        .key(key)
                        .responseContentDisposition(attachment(filename))));
    Instant asked = request.expiration();
    Instant end = credentials.expirationTime().filter(asked::isAfter).orElse(asked);
    return new Link(URI.create(request.url().toString()), end, end.isBefore(asked));
  }

  /** RFC 6266, with the letters of RFC 8187. */
  private static String attachment(String filename) {
    StringBuilder name = new StringBuilder("attachment; filename*=UTF-8''");
    for (byte letter : filename.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      boolean plain =
          (letter >= '0' && letter <= '9')
              || (letter >= 'A' && letter <= 'Z')
              || (letter >= 'a' && letter <= 'z')
              || letter == '-'
              || letter == '.'
              || letter == '_';
      name.append(plain ? String.valueOf((char) letter) : "%%%02X".formatted(letter & 0xFF));
    }
    return name.toString();
  }

  private static S3Presigner presigner(S3Settings settings, AwsCredentials credentials) {
    return S3Presigner.builder()
        .region(Region.of(settings.region()))
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        // Also for AWS: else the SDK follows what the environment names.
        .endpointOverride(settings.address())
        .serviceConfiguration(
            S3Configuration.builder().pathStyleAccessEnabled(settings.endpoint() != null).build())
        .build();
  }

  @Override
  public void close() {
    presigner.close();
  }
}
