package io.fastshot.container.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected texts are those that Python's {@code json.dumps} printed. */
class PythonJsonTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "3.5, 3.5",
    "-0.25, -0.25",
    "0, 0.0",
    "-0.0, -0.0",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "1.5e-7, 1.5e-07",
    "12345678.9, 12345678.9",
    "1e15, 1000000000000000.0",
    "1e16, 1e+16",
    "-1.25e20, -1.25e+20",
    "1e100, 1e+100",
    "0.1, 0.1",
    "1e-320, 1e-320",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void floatsAreWrittenAsReprWritesThem(double value, String expected) {
    assertThat(PythonJson.real(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "a/b, \"a/b\"",
        "\"\\, \"\\\"\\\\\"",
        "\u0001, \"\\u0001\"",
        "\u007F\u2028会🔑, \"\u007F\u2028会🔑\"",
        "\uD83D, \"\\ud83d\"",
        "\uDD11\uD83D, \"\\udd11\\ud83d\"",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void onlyWhatMustBeEscapedIs(String text, String expected) {
    StringBuilder out = new StringBuilder();
    PythonJson.quote(out, text);
    assertThat(out.toString()).isEqualTo(expected.stripLeading());
  }
}
