package io.fastshot.client.ui.local;

import io.fastshot.client.data.Library;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.shell.Deeds;
import io.fastshot.client.ui.shell.Tab;
import io.fastshot.client.ui.shell.WindowContext;
import io.fastshot.container.bytes.XorMask;
import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in folders of this machine, one folder at a time. Made when it is looked at for the
 * first time: before, it costs nothing.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class LocalTab implements Tab {
  private final WindowContext window;
  private final UiSettings settings;
  private final LocalPlaces places;
  private final XorMask legacyKey;
  private final Consumer<List<Path>> upload;
  private final Deeds deeds = new Deeds();
  private final JPanel content = new JPanel(new BorderLayout());
  private final JPanel head = new JPanel(new BorderLayout());
  private @Nullable LocalSessions sessions;

  /**
   * Reads nothing yet.
   *
   * @param library whose key the original's files may need
   * @param upload puts files into the library
   */
  public LocalTab(WindowContext window, Library library, Consumer<List<Path>> upload) {
    this.window = window;
    this.settings = window.settings().part("local");
    this.places = new LocalPlaces(settings.home(), settings);
    this.legacyKey = XorMask.ofOptional(library.settings().legacyKey());
    this.upload = upload;
    content.setName("tab.local");
    head.setName("head.local");
    window.actions().follow(deeds);
  }

  @Override
  public String title() {
    return "Local Sessions";
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
    LocalSessions made = sessions;
    if (made == null) {
      made = new LocalSessions(window.withSettings(settings), deeds, places, legacyKey, upload);
      sessions = made;
      content.add(made.content());
      head.add(made.head());
      window.frame().validate(); // the dividers can be placed in what has a size
      made.place(content.getWidth());
    }
    made.shown();
  }

  @Override
  public void hidden() {
    if (sessions != null) {
      sessions.hidden();
    }
  }

  @Override
  public void close() {
    if (sessions != null) {
      sessions.close();
    }
  }
}
