package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS CLI, where there is one on the PATH. */
final class AwsCliTest {
  private static final int OVER_THE_CLI_MULTIPART_THRESHOLD = 9 << 20;

  @TempDir Path folder;

  @Test
  void copiesListsSyncsAndRemoves() throws Exception {
    assumeTrue(hasCli(), "the AWS CLI is not installed: this test is skipped");
    Path big =
        Files.write(folder.resolve("big one.bin"), new byte[OVER_THE_CLI_MULTIPART_THRESHOLD]);
    try (LocalCloud cloud = Clouds.storeOnly(folder.resolve("data"))) {
      String root = "s3://" + cloud.info().bucket() + "/";
      Path tree = Files.createDirectories(folder.resolve("tree/sub"));
      Files.writeString(tree.resolve("登录.txt"), "hello");

      aws(cloud, "s3", "cp", big.toString(), root + "big one.bin");
      aws(cloud, "s3", "sync", folder.resolve("tree").toString(), root + "tree");
      String listing = aws(cloud, "s3", "ls", "--recursive", root);
      aws(cloud, "s3", "cp", root + "big one.bin", folder.resolve("back").toString());
      // In parts; version 2 asks for the tags first.
      aws(cloud, "s3", "mv", root + "big one.bin", root + "renamed.bin");
      String renamed = aws(cloud, "s3", "ls", root);
      aws(cloud, "s3", "rm", "--recursive", root);

      assertThat(renamed).contains("9437184 renamed.bin").doesNotContain("big one");
      assertThat(listing).contains("9437184 big one.bin").contains("5 tree/sub/登录.txt");
      assertThat(Files.mismatch(big, folder.resolve("back"))).isEqualTo(-1);
      assertThat(aws(cloud, "s3", "ls", "--recursive", root)).isBlank();
    }
  }

  private static boolean hasCli() throws InterruptedException {
    try {
      return new ProcessBuilder("aws", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String aws(LocalCloud cloud, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("aws"));
    command.add("--endpoint-url=" + cloud.info().endpoint());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("AWS_ACCESS_KEY_ID", cloud.info().accessKey());
    builder.environment().put("AWS_SECRET_ACCESS_KEY", cloud.info().secretKey());
    builder.environment().put("AWS_DEFAULT_REGION", cloud.info().region());
    builder.environment().put("AWS_CONFIG_FILE", folder.resolve("no-config").toString());
    builder.environment().put("PYTHONUTF8", "1");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    // "ls" of nothing ends with 1.
    assertThat(exit).as(output).isLessThanOrEqualTo(output.isBlank() ? 1 : 0);
    return output;
  }
}
