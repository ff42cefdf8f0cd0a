package io.fastshot.client.data.journal;

import io.fastshot.client.data.transfer.SourceFile;
import io.fastshot.client.data.transfer.UnfinishedUpload;
import io.fastshot.client.data.transfer.Upload;
import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import org.jspecify.annotations.Nullable;

/** What a transfer moves. */
public sealed interface Subject {

  /** The session in the library. */
  SessionId session();

  /** Of the whole file. */
  long sizeBytes();

  /**
   * A file that becomes a session.
   *
   * @param source as it was when its upload was asked for
   * @param session the name that it gets
   * @param check what may be uploaded
   * @param unfinished the upload in parts that is under way; null if none is
   */
  record Sent(
      SourceFile source,
      SessionId session,
      Upload.Check check,
      @Nullable UnfinishedUpload unfinished)
      implements Subject {
    @Override
    public long sizeBytes() {
      return source.sizeBytes();
    }

    Sent with(@Nullable UnfinishedUpload next) {
      return new Sent(source, session, check, next);
    }
  }

  /**
   * A session that comes to this machine.
   *
   * @param src the ETag of its object; null if the index has none
   * @param checksum of its file; null if the index has none
   */
  record Fetched(
      SessionId session, long sizeBytes, @Nullable String src, @Nullable Checksum checksum)
      implements Subject {

    /** What a row says of its file. */
    public static Fetched of(IndexRow row) {
      SessionMeta meta = row.meta();
      return new Fetched(row.id(), meta.fileSizeBytes(), meta.src(), meta.checksum());
    }

    /** A row that says the same of its file, and nothing else. */
    public IndexRow row() {
      SessionFields unknown = SessionFields.unnamed(0);
      return IndexRow.of(
          new SessionMeta(session, unknown, sizeBytes, checksum, src, false, null), 0);
    }
  }
}
