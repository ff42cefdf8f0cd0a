package io.fastshot.client.e2e;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.Credentials;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.data.queue.TransferStatus.State;
import io.fastshot.client.data.transfer.Upload;
import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that transfers, to be killed: {@code ENDPOINT REGION BUCKET ACCESS_KEY SECRET_KEY HOME
 * FOLDER}. At its first start it queues the upload of all files of the folder, and the download of
 * all sessions of the bucket; later ones go on. Prints a line whenever something moved, and ends
 * when nothing is left to do.
 */
final class TransferringProcess {
  private static final long STEP_BYTES = 3_000_000;

  private TransferringProcess() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path home = Path.of(args[5]);
    try (Library library = Library.open(settings(args), home, InstantSource.system())) {
      Path added = home.resolve("added");
      if (!Files.exists(added)) {
        List<IndexRow> rows = rows(library);
        for (Path file : files(Path.of(args[6]))) {
          library.transfers().upload(file, Upload.Check.ANY_FILE);
        }
        for (IndexRow row : rows) {
          library.transfers().download(row);
        }
        Files.createFile(added);
      }
      System.out.println("added");
      library.transfers().start();
      long told = -1;
      while (!isOver(library)) {
        long now = moved(library.transfers().list());
        if (now / STEP_BYTES != told) {
          told = now / STEP_BYTES;
          System.out.println("moved " + now);
        }
        Thread.sleep(2);
      }
      library.transfers().list().forEach(status -> System.out.println("end " + words(status)));
    }
  }

  private static String words(TransferStatus status) {
    return status.direction() + " " + status.session() + " " + status.state() + " " + status.note();
  }

  private static boolean isOver(Library library) {
    List<TransferStatus> list = library.transfers().list();
    return library.transfers().isRunner()
        && !list.isEmpty()
        && list.stream().map(TransferStatus::state).allMatch(State::isAtRest);
  }

  private static long moved(List<TransferStatus> list) {
    return list.stream().mapToLong(TransferStatus::doneBytes).sum();
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** What an index would say of the sessions of the bucket. */
  static List<IndexRow> rows(Library library) {
    List<IndexRow> rows = new ArrayList<>();
    try (ObjectStore store = library.openStore()) {
      for (ListPage.Entry entry : ObjectStores.listAll(store, "sessions/down")) {
        SessionId id = SessionId.ofFilename(entry.key().substring("sessions/".length()));
        Checksum md5 = Checksum.etag(entry.etag().value());
        String src = entry.etag().value();
        long size = entry.sizeBytes();
        rows.add(
            IndexRow.of(
                new SessionMeta(id, SessionFields.unnamed(0), size, md5, src, false, null), 1));
      }
    }
    return rows;
  }

  static LibrarySettings settings(String... args) {
    return new LibrarySettings(
        "killed",
        "killed",
        URI.create(args[0]),
        args[1],
        args[2],
        KeyLayout.atRoot().prefix(),
        null,
        new Credentials(args[3], args[4]),
        LibrarySettings.DEFAULT_REBUILD_FUNCTION,
        null);
  }
}
