package io.fastshot.client.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import org.junit.jupiter.api.Test;

@WindowTest
class DisplayTest {
  @Test
  void windowsCanBeOpened() {
    assertThat(GraphicsEnvironment.isHeadless()).isFalse();
    Frame frame = new Frame("a window");
    frame.setSize(200, 100);
    frame.setVisible(true);
    assertThat(frame.isShowing()).isTrue();
    frame.dispose();
  }
}
