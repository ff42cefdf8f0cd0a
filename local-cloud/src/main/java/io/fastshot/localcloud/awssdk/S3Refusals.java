package io.fastshot.localcloud.awssdk;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Refusals that S3Proxy has no words for; it gives them to the client as they are. */
final class S3Refusals {
  private static final int NOT_FOUND = 404;

  private S3Refusals() {}

  /**
   * A refusal.
   *
   * @param code S3's word
   * @param message for a person
   */
  static S3Exception of(int status, String code, String message) {
    return (S3Exception)
        S3Exception.builder()
            .statusCode(status)
            .message(message)
            .awsErrorDetails(details(code, message))
            .build();
  }

  /** There is no such upload at this key. */
  static NoSuchUploadException noSuchUpload() {
    return NoSuchUploadException.builder()
        .statusCode(NOT_FOUND)
        .message("no such upload")
        .awsErrorDetails(
            details(
                "NoSuchUpload",
                "The upload was completed, aborted, expired, never begun, or is one of another"
                    + " key"))
        .build();
  }

  private static AwsErrorDetails details(String code, String message) {
    return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
  }
}
