package io.fastshot.client.ui.local;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import io.fastshot.model.IndexRow;
import java.awt.BorderLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** The line at the foot: how many sessions the folder has, or what could not be read. */
final class FolderStatus extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final Icon WARNING = Glyph.WARNING.icon(14, Look::warning);

  private final JLabel text = TextGate.label(" ");

  FolderStatus() {
    super(new BorderLayout());
    text.setName("local.summary");
    setBorder(BorderFactory.createEmptyBorder(9, 12, 9, 12));
    add(text, BorderLayout.CENTER);
  }

  void show(List<IndexRow> rows, @Nullable String problem) {
    long bytes = rows.stream().mapToLong(row -> row.meta().fileSizeBytes()).sum();
    String count = Texts.sessions(rows.size()) + ", " + Texts.bytes(bytes);
    TextGate.text(text, problem == null ? count : count + " · " + problem);
    text.setIcon(problem == null ? null : WARNING);
  }
}
