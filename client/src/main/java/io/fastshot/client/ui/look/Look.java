package io.fastshot.client.ui.look;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import io.fastshot.client.ui.kit.Edt;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Map;
import javax.swing.UIManager;
import javax.swing.plaf.FontUIResource;

/** The themes of the window, and the few colors and fonts that are ours. */
public final class Look {
  private static final String SAMPLE = "中文かな한국";

  private Look() {}

  /** Sets the theme of everything that is and will be open. On the event thread. */
  public static void apply(boolean dark) {
    Edt.require();
    FlatLaf.setGlobalExtraDefaults(
        Map.of(
            "@accentColor",
            dark ? "#4c9be8" : "#2675bf",
            // White text on it has at least 4.5 : 1 in both themes.
            "@selectionBackground",
            dark ? "#2f65a7" : "#2675bf",
            "TableHeader.cellMargins",
            "2,8,2,8",
            "Table.showHorizontalLines",
            "true"));
    if (dark) {
      FlatDarkLaf.setup();
    } else {
      FlatLightLaf.setup();
    }
    showAllScripts();
    FlatLaf.updateUI();
  }

  /** Whether the present theme is dark. */
  public static boolean isDark() {
    return FlatLaf.isLafDark();
  }

  /** The color of text that stands back: fallback names, labels. At least 4.5 : 1 on a table. */
  public static Color dimmed() {
    return isDark() ? new Color(0x9DA0A4) : new Color(0x686868);
  }

  /** The color of a warning's icon. */
  public static Color warning() {
    return isDark() ? new Color(0xE8B339) : new Color(0xB36B00);
  }

  /** The color of something that is well. */
  public static Color good() {
    return isDark() ? new Color(0x6CBF7B) : new Color(0x2E7D3A);
  }

  /** The color of what is going on. */
  public static Color accent() {
    Color accent = UIManager.getColor("Component.accentColor");
    return accent == null ? dimmed() : accent;
  }

  /** The font of labels, scaled and styled. */
  public static Font font(int style, float scale) {
    Font base = UIManager.getFont("Label.font");
    return base.deriveFont(style, base.getSize2D() * scale);
  }

  /**
   * Takes the logical font, which falls back to every font of the machine, where the desktop's own
   * font would show boxes for Chinese, Japanese or Korean names.
   */
  private static void showAllScripts() {
    Font font = UIManager.getFont("defaultFont");
    if (font == null || font.canDisplayUpTo(SAMPLE) < 0 || GraphicsEnvironment.isHeadless()) {
      return;
    }
    UIManager.put(
        "defaultFont",
        new FontUIResource(new Font(Font.SANS_SERIF, font.getStyle(), font.getSize())));
  }
}
