package io.fastshot.client.cli.text;

import io.fastshot.client.text.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Writes JSON as UTF-8, whatever the locale. What JSON allows in its strings, but a terminal may
 * obey (DEL, C1, changes of direction), is escaped: a program reads the same text.
 */
final class JsonOutput extends Writer {
  private static final HexFormat HEX = HexFormat.of();

  /** U+FFFD, as the index has it in place of half a pair; the encoder's own would be "?". */
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private final Writer to;

  JsonOutput(OutputStream to) {
    this.to =
        new OutputStreamWriter(
            to,
            StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(REPLACEMENT));
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    int written = from;
    for (int i = from; i < from + length; i++) {
      // Below a blank JSON itself escapes; what is left are its own ends of lines.
      if (text[i] > ' ' && PlainText.isHarmful(text[i])) {
        to.write(text, written, i - written);
        to.write("\\u" + HEX.toHexDigits(text[i]));
        written = i + 1;
      }
    }
    to.write(text, written, from + length - written);
  }

  @Override
  public void flush() throws IOException {
    to.flush();
  }

  @Override
  public void close() throws IOException {
    to.flush();
  }
}
