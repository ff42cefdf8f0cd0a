package io.fastshot.client.action;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of all that a person can do in the window, each once, whatever asks for it: a menu, a
 * button, a key, the context menu, a drop, or a command.
 */
public enum UserAction {
  UPLOAD(
      "Upload…",
      "menu U",
      "put",
      "put session files into the library; or drop .fastshot files on the window"),
  UPLOAD_SELECTED(
      "Upload to the Library",
      "menu shift U",
      "put",
      "put the selected local sessions into the library"),
  OPEN("Open", "ENTER", "images", "show the images of the selected sessions"),
  DOWNLOAD("Download", "menu D", "get", "bring the selected sessions' files to this machine"),
  COPY_LINKS(
      "Copy Links",
      "menu shift C",
      "link",
      "copy links with which anybody can download the selected sessions for a day"),
  KEEP(
      "Keep on This Machine",
      "menu K",
      "cache",
      "download the selected sessions, and never remove their files to save room"),
  RELEASE("No Longer Keep", "", "cache", "let the selected sessions' files go when room is needed"),
  SHOW_IN_FOLDER("Show in Folder", "", null, "show the file of the selected session"),
  CANCEL_TRANSFER(
      "Cancel Transfer", "", null, "stop the upload or download of the selected sessions"),
  DELETE(
      "Delete",
      "DELETE",
      "rm",
      "move the selected sessions to Recently deleted, local files to the trash"),
  CLOSE("Close", "menu W", null, "close the window"),

  UNDO("Undo Delete", "menu Z", "restore", "take back the last deletion"),
  RECENTLY_DELETED(
      "Recently Deleted…", "", "trash", "list the deleted sessions, and take them back"),
  SELECT_ALL("Select All", "menu A", null, "select every session of the list"),
  FIND("Find", "menu F", "search", "go to the search box; Esc clears it"),

  REFRESH("Refresh", "F5", "ls", "ask the library for its list now"),
  FILTERS("Filters", "F9", null, "show or hide the filters; in them Space searches for a value"),
  TABLE("Table", "menu 1", null, "show the sessions as a table"),
  GALLERY("Gallery", "menu 2", null, "show the sessions as pictures"),
  LARGER("Larger Pictures", "menu PLUS", null, "enlarge the pictures of the gallery"),
  SMALLER("Smaller Pictures", "menu MINUS", null, "shrink the pictures of the gallery"),
  NEXT_TAB("Next Tab", "ctrl PAGE_DOWN", null, "go to the next tab"),
  PREVIOUS_TAB("Previous Tab", "ctrl PAGE_UP", null, "go to the tab before"),

  REBUILD_ALL(
      "Rebuild All Indexes…", "", "rebuild", "read every session anew and make its index again"),
  REBUILD_OVERALL(
      "Rebuild Overall List…", "", "rebuild", "make the list again from the sessions' indexes"),

  KEYS("Keys and Hotkey", "F1", null, "show this sheet");

  private final String title;
  private final String key;
  private final @Nullable String command;
  private final String what;

  UserAction(String title, String key, @Nullable String command, String what) {
    this.title = title;
    this.key = key;
    this.command = command;
    this.what = what;
  }

  /** What a menu or a button calls it. */
  public String title() {
    return title;
  }

  /**
   * The key that does it, as {@code KeyStroke.getKeyStroke} reads it but for {@code menu}, which
   * stands for the key of menus: Ctrl, on macOS Command. Empty if it has none.
   */
  public String key() {
    return key;
  }

  /** Whether its key is the list's only: elsewhere it belongs to text fields and buttons. */
  public boolean isOfList() {
    return this == OPEN || this == DELETE || this == SELECT_ALL;
  }

  /** The command of the command line that does the same, if there is one. */
  public Optional<String> command() {
    return Optional.ofNullable(command);
  }

  /** What it does: a few words in the imperative, without a full stop. */
  public String what() {
    return what;
  }
}
