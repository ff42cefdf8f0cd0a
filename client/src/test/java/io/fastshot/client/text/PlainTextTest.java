package io.fastshot.client.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void oneLineTurnsNeitherTheTerminalNorTheDirection() {
    assertThat(PlainText.oneLine(" a\n\tb\u001B[31m\u009B2J\u0085c\u2028d"))
        .isEqualTo("a b?[31m?2J c d");
    assertThat(PlainText.oneLine("gnp\u202Eexe.\u2066x\u2069")).isEqualTo("gnpexe.x");
    assertThat(PlainText.oneLine("\u200Fשלום\u200E!\u061C")).isEqualTo("שלום!");
  }

  @Test
  void aLineKeepsItsBlanksAndEndsNone() {
    assertThat(PlainText.line("NAME    SIZE\r\nfastshot: done\r\u001B[K\u007F"))
        .isEqualTo("NAME    SIZE fastshot: done ?[K?");
    assertThat(PlainText.lines("a\r\n\tb\rc\u202E")).isEqualTo("a\n\tb?c");
  }
}
