package io.fastshot.integration.library;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.RebuildHandler;
import io.fastshot.indexer.TestContext;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.ObjectKey;
import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.DeleteOutcome;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bucket whose events the handlers work on in this process, when {@link #pending} is asked for:
 * for stores that tell nobody of changes, or that may not be given functions.
 */
public final class InProcessLibrary implements TestedLibrary {
  private static final int BATCH = 10;

  private final ObjectStore bucket;
  private final IndexerConfig config;
  private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
  private final IndexerHandler indexer;
  private final RebuildHandler rebuild;

  /** Around an open bucket, which it closes. */
  public InProcessLibrary(ObjectStore bucket, IndexerConfig config) {
    this.bucket = bucket;
    this.config = config;
    Indexing parts =
        new Indexing(bucket, queue::addAll, config, InstantSource.system(), new SecureRandom());
    this.indexer = new IndexerHandler(parts);
    this.rebuild = new RebuildHandler(parts);
  }

  @Override
  public ObjectStore store() {
    return new Notifying();
  }

  @Override
  public IndexerConfig config() {
    return config;
  }

  @Override
  public JsonNode rebuild(String request) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      rebuild.handleRequest(
          new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)),
          answer,
          new TestContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JsonMapper.shared().readTree(answer.toByteArray());
  }

  /** Works on one batch. */
  @Override
  public String pending() {
    List<String> bodies = new ArrayList<>();
    queue.drainTo(bodies, BATCH);
    if (bodies.isEmpty()) {
      return "";
    }
    SQSBatchResponse response = indexer.handleRequest(Events.batch(bodies), new TestContext());
    response
        .getBatchItemFailures()
        .forEach(f -> queue.add(bodies.get(Integer.parseInt(f.getItemIdentifier()))));
    return queue.isEmpty() ? "" : queue.size() + " messages";
  }

  @Override
  public void close() {
    bucket.close();
  }

  /** The bucket, with the notifications that S3 would send. */
  private final class Notifying implements ObjectStore {
    private void changed(String key) {
      if (config.layout().parse(key) instanceof ObjectKey.Session) {
        queue.add(Events.changed(key));
      }
    }

    @Override
    public GetOutcome get(String key, ByteRange range, Precondition precondition) {
      return bucket.get(key, range, precondition);
    }

    @Override
    public Optional<ObjectInfo> head(String key) {
      return bucket.head(key);
    }

    @Override
    public PutOutcome put(String key, Content content, Precondition precondition) {
      PutOutcome outcome = bucket.put(key, content, precondition);
      changed(key);
      return outcome;
    }

    @Override
    public DeleteOutcome delete(String key, Precondition precondition) {
      DeleteOutcome outcome = bucket.delete(key, precondition);
      changed(key);
      return outcome;
    }

    @Override
    public PutOutcome copy(
        String source, ETag sourceEtag, String target, Precondition precondition) {
      PutOutcome outcome = bucket.copy(source, sourceEtag, target, precondition);
      changed(target);
      return outcome;
    }

    @Override
    public ListPage list(String prefix, @Nullable String token) {
      return bucket.list(prefix, token);
    }

    @Override
    public void close() {}
  }
}
