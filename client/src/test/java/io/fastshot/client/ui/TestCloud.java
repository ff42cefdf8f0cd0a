package io.fastshot.client.ui;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.Credentials;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.Format;
import io.fastshot.container.ImageSource;
import io.fastshot.container.SessionFile;
import io.fastshot.container.SessionWindow;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.TestContext;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A bucket in memory with the real indexer, which runs when the test says so. */
final class TestCloud {
  final MemoryObjectStore store = new MemoryObjectStore();
  private final GatedStore gate = new GatedStore(store);
  private final KeyLayout layout = KeyLayout.atRoot();
  private final IndexerHandler indexer =
      new IndexerHandler(
          new Indexing(
              store,
              _ -> {},
              IndexerConfig.of(layout, XorMask.none()),
              InstantSource.system(),
              new Random(1)));

  /** A library of this cloud, with its cache in a folder. */
  Library library(Path home) {
    LibrarySettings settings =
        new LibrarySettings(
            "team-screens",
            "test",
            URI.create("http://127.0.0.1:9"),
            "us-east-1",
            "fastshot",
            "",
            null,
            new Credentials("AKIDTEST", "secret"),
            LibrarySettings.DEFAULT_REBUILD_FUNCTION,
            null);
    return Library.open(settings, home, InstantSource.system(), () -> (ObjectStore) gate);
  }

  /** Requests of the library wait until {@link #release()}. */
  void hold() {
    gate.hold();
  }

  /** Lets waiting and later requests through. */
  void release() {
    gate.release();
  }

  /** Requests of the library fail as without a network, or work again. */
  void offline(boolean now) {
    gate.offline(now);
  }

  /** How many requests the library has made. */
  int requests() {
    return gate.requests();
  }

  /** Puts a session as any S3 tool does; the index does not know of it yet. */
  SessionId put(String base, SessionFields fields) throws IOException {
    SessionId id = new SessionId(base);
    putRaw(id, session(id, fields));
    return id;
  }

  /** Puts any bytes under a session's key. */
  void putRaw(SessionId id, byte[] bytes) {
    store.put(
        layout.session(id), Content.of(bytes, "application/octet-stream"), new Precondition.None());
  }

  /** Puts another picture in the place of a thumbnail, as if it were the cover's. */
  void replaceThumbnail(SessionId id, byte[] png) {
    String key = layout.thumbnail(id);
    Content content =
        Content.of(png, "image/png").withUserMetadata(store.head(key).orElseThrow().userMetadata());
    store.put(key, content, new Precondition.None());
  }

  /** Writes over the index, as a foreign program does. */
  void overwriteIndex(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    store.put(layout.overallMeta(), Content.of(bytes, "application/json"), new Precondition.None());
  }

  /** The bytes of a session with drawn pictures. */
  static byte[] session(SessionId id, SessionFields fields) throws IOException {
    List<SessionWindow> windows = new ArrayList<>();
    for (int i = 0; i < fields.imageCount(); i++) {
      byte[] png = TestPictures.png(640 + 40 * i, 420, id.base().hashCode() + i);
      windows.add(SessionWindow.plain(i, 640 + 40 * i, 420, ImageSource.of(png)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FastshotCodec(XorMask.none())
        .write(new SessionFile(fields, id.filename(), windows), Format.CURRENT, out);
    return out.toByteArray();
  }

  /** Runs the indexer on events of these sessions. */
  void index(SessionId... ids) {
    SQSEvent event = new SQSEvent();
    List<SQSEvent.SQSMessage> messages = new ArrayList<>();
    for (SessionId id : ids) {
      SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
      message.setMessageId(id.base());
      String key = URLEncoder.encode(layout.session(id), StandardCharsets.UTF_8);
      message.setBody("{\"Records\":[{\"s3\":{\"object\":{\"key\":\"" + key + "\"}}}]}");
      messages.add(message);
    }
    event.setRecords(messages);
    if (!indexer.handleRequest(event, new TestContext()).getBatchItemFailures().isEmpty()) {
      throw new IllegalStateException("the indexer did not index everything");
    }
  }
}
