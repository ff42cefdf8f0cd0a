package io.fastshot.client.ui.system;

import java.nio.file.Path;
import java.util.List;

/** What a person asks for outside the window; on the event thread. */
interface SystemWishes {
  /** Shows the window. */
  void show();

  /** Shows sessions in files. */
  void open(List<Path> files);

  /** Says which program this is. */
  void about();

  /** Ends the program as its window's closing does; whether it will end. */
  boolean quit();
}
