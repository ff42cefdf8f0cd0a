package io.fastshot.indexer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Starts, previews and cancels rebuilds of the index. */
public final class RebuildHandler implements RequestStreamHandler {

  /** As Lambda makes it: everything from the environment. */
  public RebuildHandler() {
    throw new UnsupportedOperationException();
  }

  /** From parts. */
  public RebuildHandler(Indexing parts) {
    throw new UnsupportedOperationException(parts.toString());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    throw new UnsupportedOperationException();
  }
}
