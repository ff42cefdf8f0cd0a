package io.fastshot.client.ui.shell;

import static io.fastshot.client.action.UserAction.CANCEL_TRANSFER;
import static io.fastshot.client.action.UserAction.CLOSE;
import static io.fastshot.client.action.UserAction.COPY_LINKS;
import static io.fastshot.client.action.UserAction.DELETE;
import static io.fastshot.client.action.UserAction.DOWNLOAD;
import static io.fastshot.client.action.UserAction.FILTERS;
import static io.fastshot.client.action.UserAction.FIND;
import static io.fastshot.client.action.UserAction.GALLERY;
import static io.fastshot.client.action.UserAction.KEEP;
import static io.fastshot.client.action.UserAction.KEYS;
import static io.fastshot.client.action.UserAction.LARGER;
import static io.fastshot.client.action.UserAction.NEXT_TAB;
import static io.fastshot.client.action.UserAction.OPEN;
import static io.fastshot.client.action.UserAction.PREVIOUS_TAB;
import static io.fastshot.client.action.UserAction.REBUILD_ALL;
import static io.fastshot.client.action.UserAction.REBUILD_OVERALL;
import static io.fastshot.client.action.UserAction.RECENTLY_DELETED;
import static io.fastshot.client.action.UserAction.REFRESH;
import static io.fastshot.client.action.UserAction.RELEASE;
import static io.fastshot.client.action.UserAction.SELECT_ALL;
import static io.fastshot.client.action.UserAction.SHOW_IN_FOLDER;
import static io.fastshot.client.action.UserAction.SMALLER;
import static io.fastshot.client.action.UserAction.TABLE;
import static io.fastshot.client.action.UserAction.UNDO;
import static io.fastshot.client.action.UserAction.UPLOAD;
import static io.fastshot.client.action.UserAction.UPLOAD_SELECTED;

import io.fastshot.client.action.UserAction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A menu: its title and its actions, in sections with lines between them.
 *
 * @param mnemonic the letter that opens it together with Alt
 */
record MenuPlan(String title, char mnemonic, List<List<UserAction>> sections) {

  /** Actions that switch something on and off. */
  static final Set<UserAction> SWITCHES = Set.of(FILTERS);

  /** Actions of which one is chosen. */
  static final Set<UserAction> CHOICES = Set.of(TABLE, GALLERY);

  /** What is done with the selected sessions: also the context menu of the list. */
  static final List<List<UserAction>> SELECTION =
      List.of(
          List.of(OPEN, DOWNLOAD, UPLOAD_SELECTED, COPY_LINKS, SHOW_IN_FOLDER, CANCEL_TRANSFER),
          List.of(KEEP, RELEASE),
          List.of(DELETE));

  /** The menus, from left to right; every action is in one of them, once. */
  static List<MenuPlan> all() {
    return List.of(
        new MenuPlan(
            "File",
            'F',
            Stream.of(List.of(List.of(UPLOAD)), SELECTION, List.of(List.of(CLOSE)))
                .flatMap(List::stream)
                .toList()),
        new MenuPlan(
            "Edit", 'E', List.of(List.of(UNDO, RECENTLY_DELETED), List.of(SELECT_ALL, FIND))),
        new MenuPlan(
            "View",
            'V',
            List.of(
                List.of(REFRESH),
                List.of(TABLE, GALLERY, LARGER, SMALLER),
                List.of(FILTERS),
                List.of(NEXT_TAB, PREVIOUS_TAB))),
        new MenuPlan("Library", 'L', List.of(List.of(REBUILD_ALL, REBUILD_OVERALL))),
        new MenuPlan("Help", 'H', List.of(List.of(KEYS))));
  }
}
