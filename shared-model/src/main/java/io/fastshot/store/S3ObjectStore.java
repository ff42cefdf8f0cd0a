package io.fastshot.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bucket of an S3 store. */
public final class S3ObjectStore implements ObjectStore {
  private S3ObjectStore() {}

  /** Opens a bucket; makes no request. */
  public static S3ObjectStore open(S3Settings settings) {
    return new S3ObjectStore();
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
