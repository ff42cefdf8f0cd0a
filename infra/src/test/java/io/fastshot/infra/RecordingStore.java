package io.fastshot.infra;

import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.DeleteOutcome;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ListPage;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.Verb;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bucket in memory that notes which permissions each call would need on AWS.
 *
 * @param bucketArn of the bucket it stands for
 * @param needed filled with what was asked for
 */
record RecordingStore(MemoryObjectStore store, String bucketArn, Set<Call> needed)
    implements ObjectStore {

  /** A permission that a call needs. */
  record Call(String action, String resource) {}

  /** Does not compile any more when the port gains a verb: say here what it needs. */
  private void note(Verb verb, String key) {
    String object = bucketArn + "/" + key;
    switch (verb) {
      case GET, HEAD -> {
        needed.add(new Call("s3:GetObject", object));
        needed.add(new Call("s3:ListBucket", bucketArn)); // else 403 in place of 404
      }
      case PUT -> needed.add(new Call("s3:PutObject", object));
      case DELETE -> needed.add(new Call("s3:DeleteObject", object));
      case COPY -> needed.add(new Call("s3:PutObject", object)); // the source: noted as GET
      case LIST -> needed.add(new Call("s3:ListBucket", bucketArn));
      case BEGIN_PARTS, PUT_PART, COMPLETE_PARTS, ABORT_PARTS, LIST_PARTS ->
          throw new IllegalArgumentException("no function uploads in parts");
    }
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    note(Verb.GET, key);
    return store.get(key, range, precondition);
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    note(Verb.HEAD, key);
    return store.head(key);
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    note(Verb.PUT, key);
    if (precondition instanceof Precondition.Matches) {
      note(Verb.GET, key); // S3 asks for it where a write has If-Match
    }
    return store.put(key, content, precondition);
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    note(Verb.DELETE, key);
    return store.delete(key, precondition);
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    note(Verb.GET, source);
    note(Verb.COPY, target);
    return store.copy(source, sourceEtag, target, precondition);
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    note(Verb.LIST, prefix);
    return store.list(prefix, token);
  }

  @Override
  public void close() {
    store.close();
  }
}
