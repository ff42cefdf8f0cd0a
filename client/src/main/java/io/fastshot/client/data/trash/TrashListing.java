package io.fastshot.client.data.trash;

import io.fastshot.client.data.connection.Failure;
import java.util.List;

/** What is in Recently deleted. */
public sealed interface TrashListing {

  /**
   * It was read.
   *
   * @param entries last deleted first
   */
  record Listed(List<TrashEntry> entries) implements TrashListing {
    public Listed {
      entries = List.copyOf(entries);
    }
  }

  /** It could not be read. */
  record Failed(Failure failure) implements TrashListing {}
}
