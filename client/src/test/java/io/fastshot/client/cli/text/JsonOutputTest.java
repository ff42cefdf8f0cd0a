package io.fastshot.client.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.text.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonOutputTest {
  private static final String PAIR = "\uD83D\uDE00";
  private static final String HALF = "\uD83D";

  @Test
  void halfAPairIsWrittenAsTheIndexHasIt() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonOutput out = new JsonOutput(bytes)) {
      out.write("\"a" + HALF + "b" + HALF); // a pair may come in two calls
      out.write("\uDE00" + PAIR + "\"");
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("\"a\uFFFDb" + PAIR + PAIR + "\"");
  }

  @Test
  void aLineForATerminalOrAWindowHasTheSame() {
    assertThat(PlainText.oneLine("a" + HALF + "b " + PAIR)).isEqualTo("a\uFFFDb " + PAIR);
    assertThat(PlainText.lines("a" + HALF + "\n" + PAIR)).isEqualTo("a\uFFFD\n" + PAIR);
  }
}
