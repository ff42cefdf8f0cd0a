package io.fastshot.client.ui.transfers;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.data.queue.Transfers;
import io.fastshot.client.ui.actions.TransferFeed;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.sessions.EmptyMessage;
import io.fastshot.client.ui.sessions.EmptyReason;
import io.fastshot.client.ui.shell.Actions;
import io.fastshot.client.ui.shell.Deeds;
import io.fastshot.client.ui.shell.MenuBar;
import io.fastshot.client.ui.shell.Tab;
import io.fastshot.client.ui.shell.WindowContext;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.KeyStroke;
import javax.swing.SpinnerNumberModel;

/**
 * What goes up and comes down.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class TransfersTab implements Tab, TransferFeed.Listener {
  private static final String AT_ONCE = "transfers.at_once";
  private static final String LIST = "list";
  private static final String EMPTY = "empty";
  private static final int PAD = 12;
  private static final Icon PROBLEM = Glyph.WARNING.icon(14, Look::warning);

  private final TransferFeed feed;
  private final UiSettings settings;
  private final TransferTable table = new TransferTable();
  private final JLabel totals = TextGate.label(" ");
  private final CardLayout cards = new CardLayout();
  private final JPanel middle = new JPanel(cards);
  private final JPanel content = new JPanel(new BorderLayout());
  private final JPanel head = new JPanel(new BorderLayout());
  private final Deeds deeds = new Deeds();
  private final TransferDeeds does;
  private Runnable titleChanged = () -> {};
  private Deeds ofWindow = new Deeds();

  /** Shows nothing yet. */
  public TransfersTab(WindowContext window) {
    feed = window.transfers();
    settings = window.settings();
    does = new TransferDeeds(window, feed, table);
    does.fill(deeds);
    Actions actions = window.actions();
    actions.follow(deeds);
    connect(actions);
    EmptyMessage empty = new EmptyMessage();
    empty.show(
        EmptyReason.of(
            "Nothing is being transferred",
            "Uploads and downloads stand here, also after a restart, until they are cleared."));
    JScrollPane scroll = new JScrollPane(table);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    middle.add(scroll, LIST);
    middle.add(empty, EMPTY);
    content.add(bar(actions), BorderLayout.NORTH);
    content.add(middle, BorderLayout.CENTER);
    totals.setName("transfers.totals");
    totals.setBorder(BorderFactory.createEmptyBorder(6, PAD, 6, PAD));
    content.add(totals, BorderLayout.SOUTH);
    feed.listen(this);
    changed();
  }

  private void connect(Actions actions) {
    MenuBar menus = new MenuBar(actions);
    menus.bindListKeys(table);
    table.getActionMap().put(UserAction.CANCEL_TRANSFER, actions.of(UserAction.CANCEL_TRANSFER));
    table
        .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke("DELETE"), UserAction.CANCEL_TRANSFER);
    JPopupMenu context = menus.transfersContext();
    table.addMouseListener(new TransferMouse(table, context));
    table.getSelectionModel().addListSelectionListener(_ -> deeds.changed());
  }

  private JPanel bar(Actions actions) {
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 6));
    for (UserAction action :
        new UserAction[] {
          UserAction.PAUSE_ALL, UserAction.RESUME_ALL, UserAction.RETRY_ALL, UserAction.CLEAR_DONE
        }) {
      JButton button = TextGate.button(actions.of(action), action.title());
      button.setName("transfers." + action.title());
      buttons.add(button);
    }
    SpinnerNumberModel number =
        new SpinnerNumberModel(
            settings.number(AT_ONCE).orElse(Transfers.DEFAULT_AT_ONCE),
            1,
            Transfers.MAX_AT_ONCE,
            1);
    JSpinner spinner = new JSpinner(number);
    spinner.setName("transfers.at-once");
    spinner.getAccessibleContext().setAccessibleName("Transfers at once");
    number.addChangeListener(_ -> atOnce(number.getNumber().intValue()));
    atOnce(number.getNumber().intValue());
    JLabel label = TextGate.label("At once:");
    label.setLabelFor(spinner);
    JPanel right = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 6));
    right.add(label);
    right.add(spinner);
    JPanel bar = new JPanel(new BorderLayout());
    bar.add(buttons, BorderLayout.LINE_START);
    bar.add(right, BorderLayout.LINE_END);
    return bar;
  }

  private void atOnce(int number) {
    settings.put(AT_ONCE, Integer.toString(number));
    feed.change(queue -> queue.atOnce(number));
  }

  /** Puts what is done with all transfers into the window's table of actions. */
  public void fill(Deeds window) {
    ofWindow = window;
    does.fillAll(window);
  }

  @Override
  public void changed() {
    String before = title();
    table.show(feed.list());
    cards.show(middle, table.shown().isEmpty() ? EMPTY : LIST);
    if (!before.equals(title())) {
      titleChanged.run();
    }
    boolean foreign = !feed.isRunner() && !table.shown().isEmpty();
    String problem =
        foreign && feed.problem().isEmpty()
            ? "Another window of this machine runs these transfers; here they are only shown."
            : feed.problem();
    totals.setIcon(problem.isEmpty() ? null : PROBLEM);
    TextGate.text(
        totals,
        problem.isEmpty()
            ? table.shown().isEmpty() ? " " : TransferTexts.totals(table.shown())
            : problem);
    deeds.changed();
    ofWindow.changed();
  }

  @Override
  public String title() {
    long open = TransferTexts.open(table.shown());
    return open == 0 ? "Transfers" : "Transfers (" + open + ")";
  }

  @Override
  public void onTitle(Runnable listener) {
    titleChanged = listener;
  }

  @Override
  public JComponent content() {
    return content;
  }

  @Override
  public JComponent head() {
    return head;
  }

  @Override
  public Deeds deeds() {
    return deeds;
  }

  @Override
  public void shown() {
    Edt.later(table::requestFocusInWindow); // it is not on the screen yet
  }

  @Override
  public void close() {
    // What is to be remembered was put into the settings when it changed.
  }
}
