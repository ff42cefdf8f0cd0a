package io.fastshot.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.Jazzer;
import io.fastshot.badfiles.BadFile;
import io.fastshot.badfiles.BadFiles;
import io.fastshot.fuzz.ContainerFuzz.Shape;
import io.fastshot.fuzz.DocumentsFuzz.Kind;
import io.fastshot.json.IndexSamples;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.json.OverallIndexJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Short runs of the fuzz targets, from the bad files on; the profile {@code fuzz} makes them long.
 */
class FuzzTargetsTest {
  /** A start from all of them would take most of a short run. */
  private static final int EVERY = 7;

  private static final String ORIGINAL_INDEX =
      """
      {"version": "1.0", "last_updated": "2025-06-21T11:46:15", "total_sessions": 1,
       "sessions": [{"filename": "a.fastshot", "created_at": "2025-06-21T11:46:15+00:00",
                     "file_size": 7, "checksum": "etag:0123"}]}
      """;
  private static final String EVENT =
      """
      {"Records": [{"eventName": "ObjectCreated:Put",
                    "s3": {"object": {"key": "sessions/a+%F0%9F%94%91.fastshot", "size": 1}}}]}
      """;

  @Test
  void sessionFiles() throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    List<BadFile> files = BadFiles.all();
    for (int i = 0; i < files.size(); i += EVERY) {
      BadFile file = files.get(i);
      byte[] bytes = file.bytes();
      seeds.add(ContainerFuzz.seed(file.key().isEmpty() ? Shape.RAW : Shape.RAW_WITH_KEY, bytes));
    }
    Fuzzing.run(Jazzer.class, ContainerFuzz.class, seeds);
  }

  @Test
  void documents() throws Exception {
    List<byte[]> seeds =
        List.of(
            DocumentsFuzz.seed(
                Kind.OVERALL_INDEX, OverallIndexJson.write(IndexSamples.full()).bytes()),
            DocumentsFuzz.seed(Kind.OVERALL_INDEX, ORIGINAL_INDEX.getBytes(UTF_8)),
            DocumentsFuzz.seed(Kind.OVERALL_INDEX, IndexSamples.withACodePointAboveUnicode()),
            DocumentsFuzz.seed(Kind.META_INDEX, MetaIndexJson.write(IndexSamples.meta("a"))),
            DocumentsFuzz.seed(
                Kind.META_INDEX,
                "{\"filename\":\"a.fastshot\",\"metadata\":{\"metadata\":{\"name\":1}}}"
                    .getBytes(UTF_8)),
            DocumentsFuzz.seed(Kind.S3_EVENT, EVENT.getBytes(UTF_8)));
    Fuzzing.run(Jazzer.class, DocumentsFuzz.class, seeds);
  }
}
