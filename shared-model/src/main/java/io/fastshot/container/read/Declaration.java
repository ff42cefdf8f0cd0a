package io.fastshot.container.read;

import io.fastshot.container.FormatException;
import io.fastshot.container.Metadata;
import io.fastshot.container.json.StrictJson;
import io.fastshot.model.SessionFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What the cover of a current file says: its fields and what its payload must be.
 *
 * @param fields name, tags and the like
 * @param payload how the payload is stored, its checksum and size
 */
public record Declaration(SessionFields fields, Metadata.PayloadClaim payload) {
  /** The payload stands in clear. */
  public static final String PLAIN = "plain";

  /** The payload is XORed with the legacy key. */
  public static final String XOR = "xor";

  /**
   * Reads the text of the cover's {@code iTXt} chunk.
   *
   * @return null if it is not what we write; the file is then read as one of the original's
   */
  static @Nullable Declaration parse(byte[] text) throws IOException {
    try (JsonParser json = StrictJson.parser(new ByteArrayInputStream(text))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Metadata metadata = new MetadataParser(json, false).parse();
      StrictJson.requireEnd(json);
      Integer images = metadata.imageCount();
      Metadata.PayloadClaim payload = metadata.payload();
      return images == null || payload == null
          ? null
          : new Declaration(metadata.fields(images), payload);
    } catch (JacksonException e) {
      StrictJson.rethrowSourceFailure(e);
      return null;
    } catch (FormatException _) {
      return null; // any tool may have written such a chunk
    }
  }
}
