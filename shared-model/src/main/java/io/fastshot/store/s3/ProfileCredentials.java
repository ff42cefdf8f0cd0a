package io.fastshot.store.s3;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The credentials of a profile of the AWS configuration: keys, a role, or a sign-in with SSO. What
 * keeps them from being had is always told by an exception of the SDK's own kind, which for a
 * sign-in that is missing or over names the command that signs in.
 */
public final class ProfileCredentials implements AwsCredentialsProvider {
  /**
   * In the SDK's message about a sign-in, whatever its kind; its class is in a module that a
   * function lacks.
   */
  static final String SIGN_IN = "aws sso login";

  private static final int UNAUTHORIZED = 401;

  private final String profile;
  private final AwsCredentialsProvider provider;

  /** Of the profile with that name; it is looked for when credentials are asked for. */
  public ProfileCredentials(String profile) {
    this.profile = profile;
    this.provider =
        ProfileCredentialsProvider.builder()
            .profileName(profile)
            .profileFile(SdkAccess::configuration)
            .build();
  }

  /** Whether a request was not even sent, for want of credentials. */
  public static boolean areMissing(SdkException e) {
    return e instanceof SdkClientException
        && String.valueOf(e.getMessage()).contains(S3Errors.NO_CREDENTIALS);
  }

  /**
   * What an exception of the SDK says, in one short line: where no credentials are anywhere, it
   * lists every place and class that it asked, in 1,400 characters.
   */
  public static String told(SdkException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains(S3Errors.NO_CREDENTIALS + " from any")
        ? "none in the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY), in the profile"
            + " \"default\" of ~/.aws, or from this machine's role"
        : message;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return provider.resolveCredentials();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw missing(String.valueOf(e.getMessage()), e);
    } catch (SdkException e) {
      if (isAboutTheSignIn(e)) {
        throw missing(
            "the SSO sign-in of the profile %s is missing or over. Run: %s --profile %s"
                .formatted(profile, SIGN_IN, profile),
            e);
      }
      throw e;
    }
  }

  /** No token, an old one, or one that SSO does not take. */
  private static boolean isAboutTheSignIn(SdkException e) {
    return String.valueOf(e.getMessage()).contains(SIGN_IN)
        || (e instanceof AwsServiceException service
            && service.statusCode() == UNAUTHORIZED
            && service.getClass().getPackageName().contains(".sso"));
  }

  private static SdkClientException missing(String why, RuntimeException e) {
    return SdkClientException.create(S3Errors.NO_CREDENTIALS + ": " + why, e);
  }
}
