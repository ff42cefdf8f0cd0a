package io.fastshot.json;

import java.util.List;

/** The notification that S3 sends to a queue. */
public final class S3EventJson {
  private S3EventJson() {}

  /** The keys that a notification names, decoded; empty for {@code s3:TestEvent}. */
  public static List<String> sessionKeys(String body) throws DocumentException {
    throw new UnsupportedOperationException();
  }
}
