package io.fastshot.client.ui.settings;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.cache.CachePart;
import io.fastshot.client.data.cache.CacheProblem;
import io.fastshot.client.data.cache.CacheReport;
import io.fastshot.client.data.cache.CacheRules;
import io.fastshot.client.ui.kit.FileManager;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.shell.WindowContext;
import io.fastshot.client.ui.status.Notice;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** What is kept of the library on this machine; checked, bounded and cleared here. */
final class CacheSection {
  private final Library library;
  private final WindowContext window;
  private final Runnable cleared;
  private final JTextArea folder = Page.text("cache.folder", " ");
  private final JTextArea list = Page.text("cache.list", " ");
  private final JTextArea thumbnails = Page.text("cache.thumbnails", " ");
  private final JTextArea sessions = Page.text("cache.sessions", " ");
  private final JTextArea result = Page.text("cache.result", " ");
  private final JComboBox<Budget> budget = new JComboBox<>(Budget.values());
  private final Map<CachePart, JCheckBox> parts = new EnumMap<>(CachePart.class);
  private boolean filling;

  private record Seen(CacheReport report, CacheRules rules) {}

  /**
   * @param cleared called when files of sessions may be gone
   */
  CacheSection(Library library, WindowContext window, Runnable cleared) {
    this.library = library;
    this.window = window;
    this.cleared = cleared;
    budget.setName("cache.budget");
    budget.getAccessibleContext().setAccessibleName("Most that downloads may take");
    budget.addActionListener(_ -> budgetChosen());
    part(CachePart.METADATA, "List and details");
    part(CachePart.THUMBNAILS, "Thumbnails");
    part(CachePart.SESSIONS, "Downloads");
  }

  private void part(CachePart part, String title) {
    JCheckBox box = TextGate.checkBox(title);
    box.setName("cache.clear." + part.name());
    parts.put(part, box);
  }

  void addTo(Page page) {
    page.section("On this machine");
    page.line("Folder", folder);
    page.line("List", list);
    page.line("Thumbnails", thumbnails);
    page.line("Downloads", sessions);
    page.line("Downloads at most", Page.side(budget));
    page.line(
        "Check",
        Page.side(
            button("Verify", "cache.verify", () -> check(false)),
            button("Repair", "cache.repair", () -> check(true)),
            button("Open Folder", "cache.open", this::open)));
    JPanel clear = Page.side();
    parts.values().forEach(clear::add);
    clear.add(button("Clear", "cache.clear", this::clear));
    page.line("Clear", clear);
    page.line("", result);
  }

  private static JButton button(String title, String name, Runnable run) {
    JButton button = TextGate.button(title);
    button.setName(name);
    button.addActionListener(_ -> run.run());
    return button;
  }

  /** Looks at the cache as it is now. */
  void look() {
    run(() -> "", "");
  }

  private void check(boolean repair) {
    run(
        () -> {
          List<CacheProblem> damaged =
              library.cache().audit(library.cached().rows(), Progress.none()).stream()
                  .filter(CacheProblem::damaged)
                  .toList();
          if (repair) {
            damaged.forEach(library.cache()::setAside);
          }
          return words(damaged, repair);
        },
        "Reading every download…");
  }

  private static String words(List<CacheProblem> damaged, boolean repaired) {
    if (damaged.isEmpty()) {
      return "Everything is sound.";
    }
    StringBuilder words = new StringBuilder();
    words.append(Texts.count(damaged.size(), "file is", "files are"));
    words.append(
        repaired
            ? " set aside, and fetched again when needed:"
            : " damaged. Repair sets them aside, so that they are fetched again:");
    for (CacheProblem problem : damaged) {
      words.append('\n').append(problem.file().getFileName()).append(": ").append(problem.reason());
    }
    return words.toString();
  }

  private void clear() {
    Set<CachePart> chosen = EnumSet.noneOf(CachePart.class);
    parts.forEach((part, box) -> {
      if (box.isSelected()) {
        chosen.add(part);
      }
    });
    if (chosen.isEmpty()) {
      TextGate.text(result, "Nothing is chosen to be cleared.");
      return;
    }
    run(
        () -> {
          int left = library.cache().clear(chosen);
          return left == 0
              ? "Cleared. What is kept stayed, and what the library no longer lists: that may be"
                  + " the only copy."
              : Texts.count(left, "file", "files")
                  + " could not be removed: another program may have them open.";
        },
        "Clearing…");
  }

  private void budgetChosen() {
    if (!filling && budget.getSelectedItem() instanceof Budget chosen) {
      run(
          () -> {
            int removed = library.cache().budget(chosen.bytes());
            return removed == 0
                ? ""
                : Texts.count(removed, "download was", "downloads were")
                    + " removed from this machine, the least recently used.";
          },
          "");
    }
  }

  private void open() {
    FileManager.show(
        Path.of(folder.getText()).resolve("cache_info.json"),
        window.background().other(),
        problem -> window.notices().show(Notice.problem("folder", problem)));
  }

  /** Does something with the cache, and shows what came of it and how the cache is then. */
  private void run(Callable<String> work, String meanwhile) {
    TextGate.text(result, meanwhile);
    window
        .background()
        .other()
        .run(
            () -> {
              String said = work.call();
              return Map.entry(said, new Seen(library.cache().report(), library.cache().rules()));
            },
            done -> {
              TextGate.text(result, done.getKey());
              show(done.getValue());
              cleared.run();
            },
            failure -> TextGate.text(result, "That did not work: " + Texts.reason(failure)));
  }

  private void show(Seen seen) {
    CacheReport report = seen.report();
    TextGate.text(folder, report.folder());
    TextGate.text(
        list,
        Texts.bytes(report.catalogBytes())
            + ", details of "
            + Texts.sessions(report.metaIndexes()));
    TextGate.text(thumbnails, report.thumbnails() + ", " + Texts.bytes(report.thumbnailBytes()));
    int kept = seen.rules().kept().size();
    TextGate.text(
        sessions,
        Texts.sessions(report.sessions())
            + ", "
            + Texts.bytes(report.sessionBytes())
            + (kept == 0 ? "" : ", of which " + kept + " are kept"));
    filling = true;
    budget.setSelectedItem(Budget.of(seen.rules().budgetBytes()));
    filling = false;
  }
}
