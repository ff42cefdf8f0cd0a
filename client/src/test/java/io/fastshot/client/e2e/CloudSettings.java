package io.fastshot.client.e2e;

import io.fastshot.client.data.connection.Credentials;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.localcloud.LocalCloudInfo;

/** How a client reaches the library of a local cloud in the same process. */
final class CloudSettings {
  private CloudSettings() {}

  static LibrarySettings of(String name, LocalCloudInfo info, String legacyKey) {
    return new LibrarySettings(
        name,
        name,
        info.endpoint(),
        info.region(),
        info.bucket(),
        "",
        null,
        new Credentials(info.accessKey(), info.secretKey()),
        info.rebuildFunction(),
        legacyKey);
  }
}
