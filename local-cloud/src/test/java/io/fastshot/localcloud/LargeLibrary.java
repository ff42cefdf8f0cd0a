package io.fastshot.localcloud;

import io.fastshot.container.FastshotCodec;
import io.fastshot.container.Format;
import io.fastshot.container.SessionFile;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.localcloud.disk.DiskBucket;
import io.fastshot.localcloud.disk.Draft;
import io.fastshot.localcloud.disk.ObjectChange;
import io.fastshot.localcloud.disk.ObjectHeaders;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Many small sessions. They are written through the store's own classes straight into the data
 * folder of a local cloud that does not run: over HTTP it would take several times as long.
 */
final class LargeLibrary {
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final DateTimeFormatter FILENAME_TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final LocalDateTime FIRST = LocalDateTime.of(2020, 1, 1, 9, 0);
  private static final long FIRST_REV = 1;
  private static final FastshotCodec CODEC = new FastshotCodec(XorMask.none());

  private LargeLibrary() {}

  /**
   * Fills the bucket that a local cloud of that configuration will index: sessions, their meta
   * indexes, and the overall index, so that the check at its start finds nothing to do.
   */
  static void fill(LocalCloudConfig config, int sessions) throws IOException {
    Path folder = config.data().resolve("objects").resolve(config.bucket());
    DiskBucket bucket = DiskBucket.open(folder, InstantSource.system(), _ -> {});
    List<IndexRow> rows =
        IntStream.range(0, sessions)
            .parallel()
            .mapToObj(number -> put(bucket, number))
            .sorted(Comparator.comparing(IndexRow::id))
            .toList();
    OverallIndex index =
        new OverallIndex(
            FIRST_REV, "", Instant.EPOCH, true, null, FIRST_REV, List.of(), rows, Map.of());
    OverallIndexJson.Encoded encoded = OverallIndexJson.write(index);
    ObjectHeaders headers =
        new ObjectHeaders(
            "application/json", encoded.contentEncoding(), null, null, null, null, Map.of());
    String _ = put(bucket, LAYOUT.overallMeta(), encoded.bytes(), headers);
  }

  private static IndexRow put(DiskBucket bucket, int number) {
    byte[] bytes = session(number, "first");
    String etag = put(bucket, key(number), bytes, ObjectHeaders.none());
    SessionMeta meta =
        new SessionMeta(id(number), fields(number, "first"), bytes.length, null, etag, false, null);
    String _ =
        put(bucket, LAYOUT.metaIndex(meta.id()), MetaIndexJson.write(meta), ObjectHeaders.none());
    return IndexRow.of(meta, FIRST_REV);
  }

  private static String put(DiskBucket bucket, String key, byte[] bytes, ObjectHeaders headers) {
    try (Draft draft = Draft.in(bucket.folder())) {
      draft.append(new ByteArrayInputStream(bytes));
      String etag = "\"" + HexFormat.of().formatHex(draft.md5()) + "\"";
      return bucket.publish(draft, ObjectChange.Kind.PUT, key, etag, headers, _ -> {}).etag();
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder cannot be written", e);
    }
  }

  /** The key of a session; a thousand of them share a minute. */
  static String key(int number) {
    return LAYOUT.session(id(number));
  }

  private static SessionId id(int number) {
    String time = FILENAME_TIME.format(FIRST.plusMinutes(number / 1_000));
    return new SessionId(time + "_session_" + number);
  }

  /**
   * A session file in the current format, without pictures: some 2 KB.
   *
   * @param version what tells a replaced file from the first
   */
  static byte[] session(int number, String version) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      CODEC.write(
          new SessionFile(fields(number, version), id(number).filename(), List.of()),
          Format.CURRENT,
          bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static SessionFields fields(int number, String version) {
    return new SessionFields(
        "Review of ticket " + number + ", " + version,
        "What was seen on the staging system, and what is still to be asked. No. " + number,
        List.of("review", "ticket-" + number % 100),
        "green",
        "work",
        0,
        "2025-06-21T11:46:15");
  }
}
