package io.fastshot.client.data.queue;

import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.journal.Entry;
import io.fastshot.client.data.journal.Subject;
import io.fastshot.client.data.transfer.Downloads;
import io.fastshot.client.data.transfer.PartMemory;
import io.fastshot.client.data.transfer.Upload;
import io.fastshot.client.data.transfer.UploadOutcome;
import io.fastshot.client.data.transfer.Uploads;
import java.io.IOException;
import java.util.Optional;

/** Moves between this machine and a library. */
public final class LibraryMover implements Mover {
  private final Uploads uploads;
  private final Downloads downloads;

  /** Of one library. */
  public LibraryMover(Uploads uploads, Downloads downloads) {
    this.uploads = uploads;
    this.downloads = downloads;
  }

  @Override
  public TransferResult move(Entry entry, PartMemory memory, Progress progress) {
    return switch (entry.subject()) {
      case Subject.Sent sent -> {
        Optional<String> change = sent.source().change();
        yield new TransferResult.Sent(
            change.isPresent()
                ? new UploadOutcome.Failed(Failure.failed(change.get()))
                : uploads.upload(
                    new Upload(sent.source().path(), sent.session(), sent.check(), memory),
                    progress));
      }
      case Subject.Fetched fetched ->
          new TransferResult.Fetched(downloads.download(fetched.row(), progress));
    };
  }

  @Override
  public void forget(Entry entry, PartMemory memory) throws IOException {
    switch (entry.subject()) {
      case Subject.Sent sent -> uploads.abandon(sent.session(), memory);
      case Subject.Fetched fetched -> downloads.forget(fetched.row());
    }
  }
}
