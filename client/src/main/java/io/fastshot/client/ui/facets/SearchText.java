package io.fastshot.client.ui.facets;

/** The search of the window, of which the panel keeps no copy; on the event thread. */
public interface SearchText {

  /** What is searched for now. */
  String now();

  /** Searches for something else. */
  void change(String text);
}
