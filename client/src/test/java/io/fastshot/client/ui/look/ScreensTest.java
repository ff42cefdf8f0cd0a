package io.fastshot.client.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreensTest {
  private static final Dimension FIRST = new Dimension(1480, 860);
  private static final Rectangle MAIN = new Rectangle(0, 0, 1920, 1080);
  private static final Rectangle SECOND = new Rectangle(-1280, 100, 1280, 1024);

  @Test
  void theSecondScreenIsRememberedWhileItIsThere() {
    Rectangle known = new Rectangle(-1200, 200, 900, 600);
    assertThat(Screens.place(known, FIRST, List.of(MAIN, SECOND))).isEqualTo(known);
    assertThat(Screens.place(known, FIRST, List.of(MAIN)))
        .isEqualTo(new Rectangle(510, 240, 900, 600));
  }

  @Test
  void noWindowIsLargerThanItsScreen() {
    Rectangle small = new Rectangle(0, 0, 1024, 700);
    assertThat(Screens.place(null, FIRST, List.of(small))).isEqualTo(small);
    assertThat(Screens.place(new Rectangle(100, 0, 1400, 900), FIRST, List.of(small)))
        .isEqualTo(new Rectangle(100, 0, 924, 700));
  }
}
