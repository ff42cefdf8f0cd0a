package io.fastshot.indexer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/** Brings the index up to date with the sessions that a batch of queue messages names. */
public final class IndexerHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  /** As Lambda makes it: everything from the environment. */
  public IndexerHandler() {
    throw new UnsupportedOperationException();
  }

  /** From parts. */
  public IndexerHandler(Indexing parts) {
    throw new UnsupportedOperationException(parts.toString());
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    throw new UnsupportedOperationException();
  }
}
