package io.fastshot.store.s3;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Addresses with which anybody can read an object for a while (presigned URLs). They are made here,
 * without a request; the store checks them when they are used.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html">
 *     Presigned URLs</a>
 */
public final class S3Links {
  private final S3Settings settings;

  public S3Links(S3Settings settings) {
    this.settings = settings;
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
   * @throws io.fastshot.store.StoreException if there are no credentials
   */
  public Link to(String key, String filename, Duration lasting) {
    AwsCredentialsProvider provider =
        SdkAccess.credentials(settings.credentials(), settings.profile());
    try {
      // Once: others may come meanwhile, with another end.
      AwsCredentials credentials = provider.resolveCredentials();
      try (S3Presigner presigner = presigner(credentials)) {
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
    } catch (SdkException e) {
      throw new S3Errors(settings.bucket()).of(e, "s3:GetObject", key);
    }
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

  private S3Presigner presigner(AwsCredentials credentials) {
    return S3Presigner.builder()
        .region(Region.of(settings.region()))
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        // Also for AWS: else the SDK follows what the environment names.
        .endpointOverride(settings.address())
        .serviceConfiguration(
            S3Configuration.builder().pathStyleAccessEnabled(settings.endpoint() != null).build())
        .build();
  }
}
