package io.fastshot.client.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {
  @TempDir Path folder;

  private static String[] whole(List<String> words, String... given) {
    List<String> line = new ArrayList<>(List.of("java.exe", "@C:\\jvm", "-jar", "C:\\f.jar"));
    line.addAll(words);
    return Arguments.whole(line, given);
  }

  @Test
  void lettersThatWereLostComeBack() {
    assertThat(whole(List.of("new", "a.png", "--name", "会议 🎉"), "new", "a.png", "--name", "?? ??"))
        .containsExactly("new", "a.png", "--name", "会议 🎉");
  }

  /** A code page replaces some letters by others that look alike, without a question mark. */
  @Test
  void lettersThatWereReplacedComeBack() {
    assertThat(whole(List.of("search", "Ārija"), "search", "Arija"))
        .containsExactly("search", "Ārija");
  }

  @Test
  void theMainClassIsAMarkToo() {
    assertThat(
            Arguments.whole(
                List.of("java", "-cp", "x.jar", "io.fastshot.client.Main", "ls", "会"), "ls", "?"))
        .containsExactly("ls", "会");
  }

  @Test
  void wherePlainWordsWereExpandedTheyStay() {
    assertThat(whole(List.of("put", "*.txt"), "put", "a.txt", "b.txt"))
        .containsExactly("put", "a.txt", "b.txt");
  }

  @Test
  void wildcardsAreExpandedToNamesWithAllLetters() throws IOException {
    Files.createFile(folder.resolve("会议.fastshot"));
    Files.createFile(folder.resolve("b.FASTSHOT"));
    Files.createFile(folder.resolve("c.txt"));

    assertThat(
            whole(
                List.of("put", folder + "/*.fastshot", "none*.x"),
                "put",
                folder + "/??.fastshot",
                folder + "/b.FASTSHOT",
                "none*.x"))
        .containsExactly("put", folder + "/b.FASTSHOT", folder + "/会议.fastshot", "none*.x");
  }

  @Test
  void nothingIsNothing() {
    assertThat(whole(List.of())).isEmpty();
  }
}
