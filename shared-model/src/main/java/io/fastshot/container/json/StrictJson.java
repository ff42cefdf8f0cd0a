package io.fastshot.container.json;

import io.fastshot.container.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * JSON as Python's {@code json.loads(bytes.decode("utf-8"))} takes it: strict UTF-8 (which
 * Jackson's own decoder is not), no byte order mark, {@code NaN} and {@code Infinity}, unpaired
 * surrogate escapes, nothing behind the value.
 *
 * <p>Values that are skipped are scanned without being built, whatever their length.
 */
public final class StrictJson {
  /** Python gives up beyond this. */
  static final int MAX_DEPTH = 995;

  /** The longest text that is built in memory; images are decoded apart from it. */
  public static final int MAX_TEXT = 1024 * 1024;

  /** Python's limit for integers. */
  private static final int MAX_NUMBER = 4300;

  private static final TokenStreamFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .build();

  private StrictJson() {}

  /** A parser in front of the first token. The caller closes {@code utf8}. */
  public static JsonParser parser(InputStream utf8) {
    return FACTORY.createParser(
        ObjectReadContext.empty(),
        new InputStreamReader(
            utf8,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  /**
   * What a failure of the parser means for the file.
   *
   * @throws IOException if it was the source that failed
   */
  public static FormatException problem(JacksonException failure) throws IOException {
    return switch (failure) {
      case JacksonIOException _ -> {
        rethrowSourceFailure(failure);
        yield new FormatException(Reasons.NOT_UTF8);
      }
      case StreamConstraintsException _ -> new FormatException(Reasons.BEYOND_LIMITS);
      case UnexpectedEndOfInputException _ -> new FormatException(Reasons.CUT_OFF);
      default -> new FormatException(Reasons.DAMAGED);
    };
  }

  /**
   * Lets a failure of the source pass on; returns if it was the JSON that is unsound.
   *
   * @throws IOException if it was the source that failed
   */
  public static void rethrowSourceFailure(JacksonException failure) throws IOException {
    if (failure instanceof JacksonIOException io
        && !(io.getCause() instanceof CharacterCodingException)) {
      throw io.getCause();
    }
  }

  /** Skips the value at which the parser stands, to its last token. */
  public static void skipValue(JsonParser json) throws FormatException {
    int depth = 0;
    JsonToken token = json.currentToken();
    while (true) {
      if (token == null) {
        throw new FormatException(Reasons.CUT_OFF);
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
        refuseForeignNumber(json);
      }
      if (depth == 0) {
        return;
      }
      token = json.nextToken();
    }
  }

  /** Jackson takes {@code INF} too, and a plus sign; Python does not. */
  private static void refuseForeignNumber(JsonParser json) throws FormatException {
    if (json.isNaN()) {
      String text = json.getString();
      if (text.contains("INF") || text.startsWith("+")) {
        throw new FormatException(Reasons.DAMAGED);
      }
    }
  }

  /** Requires that nothing but white space follows. */
  public static void requireEnd(JsonParser json) throws FormatException {
    if (json.nextToken() != null) {
      throw new FormatException(Reasons.DAMAGED);
    }
  }
}
