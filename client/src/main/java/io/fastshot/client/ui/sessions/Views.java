package io.fastshot.client.ui.sessions;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.gallery.Gallery;
import io.fastshot.client.ui.gallery.PictureSize;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.shell.Actions;
import io.fastshot.client.ui.shell.Deeds;
import java.util.function.UnaryOperator;

/** Which view of the list is shown, and how large its pictures are; both are remembered. */
final class Views {
  private static final String VIEW = "view";
  private static final String SIZE = "gallery.size";
  private static final String GALLERY = "gallery";
  private static final String TABLE = "table";

  private final ListPane list;
  private final Gallery gallery;
  private final Actions actions;
  private final Deeds deeds;
  private final ViewControls controls;
  private boolean asGallery;
  private PictureSize size;

  Views(ListPane list, Gallery gallery, Actions actions, Deeds deeds, UiSettings settings) {
    this.list = list;
    this.gallery = gallery;
    this.actions = actions;
    this.deeds = deeds;
    size = size(settings);
    controls = new ViewControls(actions, this::size);
    deeds
        .put(UserAction.TABLE, () -> choose(false))
        .put(UserAction.GALLERY, () -> choose(true))
        .put(UserAction.LARGER, () -> step(PictureSize::larger), () -> asGallery)
        .put(UserAction.SMALLER, () -> step(PictureSize::smaller), () -> asGallery);
    choose(settings.get(VIEW).filter(GALLERY::equals).isPresent());
  }

  /** The size of the pictures as remembered. */
  static PictureSize size(UiSettings settings) {
    return PictureSize.read(settings.get(SIZE).orElse(""));
  }

  ViewControls controls() {
    return controls;
  }

  private void choose(boolean wanted) {
    boolean hadKeyboard = list.shownList().isFocusOwner();
    asGallery = wanted;
    list.showGallery(wanted);
    controls.show(wanted, size);
    actions.tick(UserAction.TABLE, !wanted);
    actions.tick(UserAction.GALLERY, wanted);
    deeds.changed();
    if (hadKeyboard) {
      list.shownList().requestFocusInWindow();
    }
  }

  private void step(UnaryOperator<PictureSize> change) {
    controls.show(asGallery, change.apply(size)); // the slider tells its size
  }

  private void size(PictureSize next) {
    if (!next.equals(size)) {
      size = next;
      gallery.size(next);
    }
  }

  /** The ticks in the menus are those of the shown tab. */
  void shown() {
    actions.tick(UserAction.TABLE, !asGallery);
    actions.tick(UserAction.GALLERY, asGallery);
  }

  void remember(UiSettings settings) {
    settings.put(VIEW, asGallery ? GALLERY : TABLE);
    settings.put(SIZE, size.write());
  }
}
