package io.fastshot.integration.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.integration.aws.PackagedFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Processes of the runtime client do not write the file that others of them are running from. */
@EnabledOnOs(OS.LINUX)
final class NativeLibraryTest {
  /** By name, in the runtime client: it answers without a bucket. */
  private static final String HANDLER = "java.lang.String::trim";

  @Test
  void isTheBuildsOwnFileInEveryProcess() throws Exception {
    assertThat(PackagedFunction.jar()).isRegularFile();
    try (FunctionProcess one = FunctionProcess.start(HANDLER, Map.of());
        FunctionProcess two = FunctionProcess.start(HANDLER, Map.of())) {
      for (FunctionProcess process : List.of(one, two)) {
        process.invoke("\"x\"");
        assertThat(nativeClients(process.pid()))
            .containsExactly(FunctionProcess.nativeLibrary().toString());
      }
    }
  }

  /**
   * The files that the process has mapped whose names are those of the runtime client's library.
   */
  private static Set<String> nativeClients(long pid) throws Exception {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "maps")).stream()
        .filter(line -> line.contains("libaws-lambda-jni"))
        .map(line -> line.substring(line.indexOf('/')))
        .collect(Collectors.toSet());
  }
}
