package io.fastshot.client.ui.actions;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.data.queue.TransferStatus.Direction;
import io.fastshot.client.data.queue.TransferStatus.State;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.status.Notices;
import io.fastshot.model.SessionId;
import java.util.List;

/**
 * What every action needs.
 *
 * @param library does it; in the background only
 * @param transfers the queue of uploads and downloads
 * @param catalog shows what goes on
 * @param tasks the background threads of transfers and changes
 * @param notices says what a person should know
 * @param refresh asks the library for the list soon; on the event thread
 */
public record ActionContext(
    Library library,
    TransferFeed transfers,
    CatalogModel catalog,
    Tasks tasks,
    Notices notices,
    Runnable refresh) {

  /** The transfers of a session that are not done. */
  List<String> transfersOf(SessionId session, Direction direction) {
    return transfers.list().stream()
        .filter(status -> status.session().equals(session))
        .filter(status -> status.direction() == direction && status.state() != State.DONE)
        .map(TransferStatus::id)
        .toList();
  }
}
