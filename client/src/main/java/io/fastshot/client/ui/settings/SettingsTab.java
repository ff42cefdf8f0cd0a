package io.fastshot.client.ui.settings;

import io.fastshot.client.data.Library;
import io.fastshot.client.ui.look.Theme;
import io.fastshot.client.ui.shell.Deeds;
import io.fastshot.client.ui.shell.Tab;
import io.fastshot.client.ui.shell.WindowContext;
import java.awt.BorderLayout;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Settings. Made when it is looked at for the first time.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class SettingsTab implements Tab {
  private final WindowContext window;
  private final Library library;
  private final Themes themes;
  private final Runnable cacheChanged;
  private final Deeds deeds = new Deeds();
  private final JPanel content = new JPanel(new BorderLayout());
  private @Nullable Sections sections;

  /** How the window looks. */
  public record Themes(Supplier<Theme> chosen, Consumer<Theme> choose) {}

  private record Sections(ConnectionSection connection, LookSection look, CacheSection cache) {}

  /**
   * Looks at nothing yet.
   *
   * @param cacheChanged called when session files may be gone from this machine
   */
  public SettingsTab(WindowContext window, Library library, Themes themes, Runnable cacheChanged) {
    this.window = window;
    this.library = library;
    this.themes = themes;
    this.cacheChanged = cacheChanged;
    content.setName("tab.settings");
  }

  @Override
  public String title() {
    return "Settings";
  }

  @Override
  public JComponent content() {
    return content;
  }

  @Override
  public JComponent head() {
    return new JPanel();
  }

  @Override
  public Deeds deeds() {
    return deeds;
  }

  @Override
  public void shown() {
    Sections made = sections;
    if (made == null) {
      made = make();
      sections = made;
    }
    made.look().look();
    made.cache().look();
    made.connection().focus();
  }

  private Sections make() {
    Sections made =
        new Sections(
            new ConnectionSection(library, window.background().other()),
            new LookSection(themes.chosen(), themes.choose()),
            new CacheSection(library, window, cacheChanged));
    Page page = new Page();
    made.connection().addTo(page);
    made.cache().addTo(page);
    made.look().addTo(page);
    new HotkeySection(window.settings()).addTo(page);
    page.end();
    JScrollPane scroll = new JScrollPane(page);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    content.add(scroll);
    content.revalidate();
    return made;
  }

  @Override
  public void close() {
    // Each setting is kept as it is chosen, and written with all others.
  }
}
