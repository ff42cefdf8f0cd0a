package io.fastshot.client.data.connection;

/**
 * An access key. Kept in memory only; never written to the settings.
 *
 * @param accessKey its public part
 * @param secretKey its secret part; not in {@link #toString()}
 */
public record Credentials(String accessKey, String secretKey) {

  @Override
  public String toString() {
    return "Credentials[" + accessKey + "]";
  }
}
