package io.fastshot.indexer.simulation;

import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import java.util.Arrays;

/**
 * Reads the library as the client does: shows an index only if it is ours, a meta index or a
 * picture only if it names the version of the session that the row names. What it shows must be
 * right.
 */
final class Reader implements Runnable {
  private static final int ROUNDS = 4;
  private static final int MOST = 10_000_000;

  private final World world;
  private final ObjectStore store;
  private long rev;
  private boolean sawForeign;

  Reader(World world, ObjectStore store) {
    this.world = world;
    this.store = store;
  }

  @Override
  public void run() {
    for (int round = 0; round < ROUNDS; round++) {
      int number = round;
      ObjectStores.read(store, world.layout().overallMeta(), MOST)
          .ifPresent(stored -> show(OverallIndexJson.read(stored.bytes()), number));
    }
  }

  private void show(OverallIndexJson.Reading reading, int number) {
    sawForeign |= world.history().hadForeignWrites();
    if (!(reading instanceof OverallIndexJson.Reading.Native(var index))) {
      return;
    }
    if (index.rev() < rev && !sawForeign) {
      throw new Violation("rev", "a reader saw rev " + index.rev() + " after " + rev);
    }
    rev = index.rev();
    if (!index.rows().isEmpty()) {
      IndexRow row = index.rows().get(number % index.rows().size());
      showMetaIndex(row);
      showPicture(row);
    }
  }

  private void showMetaIndex(IndexRow row) {
    var stored = ObjectStores.read(store, world.layout().metaIndex(row.id()), MOST);
    if (stored.isEmpty()) {
      return;
    }
    try {
      SessionMeta meta = MetaIndexJson.read(stored.get().bytes());
      boolean believed = meta.id().equals(row.id()) && isOf(row, meta.src());
      if (believed && !IndexRow.of(meta, row.rev()).meta().equals(row.meta())) {
        throw new Violation("shown", "the meta index " + meta + " for the row " + row);
      }
    } catch (DocumentException e) {
      throw new Violation("shown", "a meta index that is none: " + e.getMessage());
    }
  }

  private void showPicture(IndexRow row) {
    if (!row.meta().thumbnail()) {
      return;
    }
    var stored = ObjectStores.read(store, world.layout().thumbnail(row.id()), MOST);
    if (stored.isEmpty() || !isOf(row, stored.get().info().userMetadata().get("src"))) {
      return;
    }
    Action.Change change = world.outside().changeOf(row.meta().src());
    if (change == null
        || !Arrays.equals(stored.get().bytes(), SessionFiles.picture(change.version()))) {
      throw new Violation("shown", "the picture of another session for " + row);
    }
  }

  private static boolean isOf(IndexRow row, @org.jspecify.annotations.Nullable String src) {
    return src != null && src.equals(row.meta().src());
  }
}
