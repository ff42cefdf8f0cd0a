package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Template;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole template as it was last looked at by a person. A change shows up here, and in the diff
 * that is reviewed.
 */
@NeedsNode
class SnapshotTest {
  private static final Path SNAPSHOT = Path.of("src/test/resources/template.json");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  @Test
  void templateIsTheOneThatWasReviewed() throws IOException {
    Template template = Template.fromStack(Synthesis.stack(Map.of()));
    String now = normalised(JSON.writeValueAsString(template.toJSON()));
    if (Boolean.getBoolean("snapshot.write")) {
      Files.createDirectories(SNAPSHOT.getParent());
      Files.writeString(SNAPSHOT, now);
    }
    assertThat(now)
        .as(
            "the template; if the change is wanted, write the snapshot anew and look at its diff:"
                + " mvn -pl infra -am test -Dtest=SnapshotTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dtest.jvm.options=-Dsnapshot.write=true")
        .isEqualTo(Files.readString(SNAPSHOT));
  }

  /** Hashes change with the function's code and with the CDK's way of hashing. */
  private static String normalised(String json) {
    return json.replaceAll("[0-9a-f]{64}", "ASSET")
            .replaceAll("(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}", "$1VERSION")
        + "\n";
  }
}
