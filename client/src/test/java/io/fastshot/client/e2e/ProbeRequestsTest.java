package io.fastshot.client.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.Credentials;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the help, STORES.md and OPERATIONS.md say that a probe costs, seen from the wire. */
class ProbeRequestsTest {
  @Test
  void aProbeIsThirteenRequests(@TempDir Path data, @TempDir Path home) throws Exception {
    try (LocalCloud cloud = LocalCloud.startStore(LocalCloudConfig.at(data));
        RequestLog wire = new RequestLog(cloud.info().endpoint());
        Library library =
            Library.open(settings(cloud.info(), wire), home, InstantSource.system())) {
      assertThat(library.probeStore().conditionalWrites()).isTrue();
      assertThat(wire.requests()).hasSize(13);
    }
  }

  private static LibrarySettings settings(LocalCloudInfo info, RequestLog wire) {
    return new LibrarySettings(
        "probed",
        "probed",
        wire.endpoint(),
        info.region(),
        info.bucket(),
        "",
        null,
        new Credentials(info.accessKey(), info.secretKey()),
        LibrarySettings.DEFAULT_REBUILD_FUNCTION,
        null);
  }
}
