package io.fastshot.client.data.queue;

import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.client.data.transfer.UploadOutcome;

/** What came of one run of a transfer. */
public sealed interface TransferResult {
  /** Of an upload. */
  record Sent(UploadOutcome outcome) implements TransferResult {}

  /** Of a download. */
  record Fetched(DownloadOutcome outcome) implements TransferResult {}
}
