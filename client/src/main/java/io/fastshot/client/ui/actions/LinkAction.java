package io.fastshot.client.ui.actions;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.SessionLink;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.status.Notice;
import io.fastshot.model.IndexRow;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Copies addresses with which anybody can download sessions for a day, one per line, and says when
 * they really end.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class LinkAction {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String TOPIC = "links";

  /** More is a slip of the hand, and too much for a clipboard. */
  private static final int MOST = 1_000;

  private final ActionContext context;
  private final Tasks tasks;

  /**
   * @param tasks apart from those of transfers, behind which a link would wait
   */
  public LinkAction(ActionContext context, Tasks tasks) {
    this.context = context;
    this.tasks = tasks;
  }

  /** Copies the links of sessions to the clipboard. */
  public void copy(List<IndexRow> rows) {
    Edt.require();
    if (rows.isEmpty()) {
      return;
    }
    if (rows.size() > MOST) {
      context
          .notices()
          .show(Notice.problem(TOPIC, "Select at most " + Texts.sessions(MOST) + " for links."));
      return;
    }
    Library library = context.library();
    tasks.run(
        () -> library.links(rows, DAY),
        this::copied,
        failure ->
            context
                .notices()
                .show(Notice.problem(TOPIC, "No link was made: " + Texts.reason(failure))));
  }

  private void copied(List<SessionLink> links) {
    String text =
        links.stream().map(link -> link.address().toString()).collect(Collectors.joining("\n"));
    StringSelection addresses = new StringSelection(text);
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(addresses, addresses);
    SessionLink first =
        links.stream().min(Comparator.comparing(SessionLink::expires)).orElseThrow();
    context.notices().show(Notice.done(TOPIC, said(links.size(), first)));
  }

  /** "3 links copied. Whoever has them can download until 1 Dec 2026, 14:03." */
  static String said(int count, SessionLink first) {
    String until = Texts.moment(first.expires(), Instant.EPOCH, ZoneId.systemDefault());
    return Texts.count(count, "link", "links")
        + " copied. Whoever has "
        + (count == 1 ? "it" : "them")
        + " can download until "
        + until
        + (first.withCredentials() ? ", when the credentials end." : ".");
  }
}
