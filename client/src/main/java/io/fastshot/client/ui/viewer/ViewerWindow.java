package io.fastshot.client.ui.viewer;

import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.client.ui.catalog.Activity;
import io.fastshot.client.ui.catalog.CatalogListener;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.look.AppIcon;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import io.fastshot.pictures.PictureException;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows the images of one session, one at a time; brings its file to this machine first if need be,
 * and says how far that is.
 *
 * <p><b>Threads:</b> the event thread only; reading and decoding are done elsewhere.
 */
public final class ViewerWindow extends JFrame {
  private static final long serialVersionUID = 1L;
  private static final String MESSAGE = "message";
  private static final String PICTURE = "picture";

  private final transient SessionSource source;
  private final transient Parts parts;
  private final CardLayout cards = new CardLayout();
  private final JPanel center = new JPanel(cards);
  private final ViewerMessage message = new ViewerMessage();
  private final ImageCanvas canvas = new ImageCanvas();
  private final ViewerBar bar;
  private final transient CatalogListener watch = new DownloadWatch();
  private transient @Nullable SessionImages images;
  private int index;

  /**
   * What a viewer works with.
   *
   * @param fetch brings a session's file here
   * @param cancel stops that
   * @param catalog tells how far a download is
   * @param tasks reads and decodes
   * @param legacyKey of the original's files
   */
  public record Parts(
      Fetch fetch,
      Consumer<SessionId> cancel,
      CatalogModel catalog,
      Tasks tasks,
      XorMask legacyKey) {}

  /** Brings a session's file to this machine, if it is not there. */
  @FunctionalInterface
  public interface Fetch {

    /**
     * Returns at once.
     *
     * @param then called on the event thread with what came of it
     */
    void fetch(IndexRow row, Consumer<DownloadOutcome> then);
  }

  /** Opens the window of a session beside another window. */
  public static ViewerWindow open(IndexRow row, Parts parts, Component beside) {
    return open(SessionSource.of(row, parts.fetch()), parts, beside);
  }

  /** The same for a session file of this machine. */
  public static ViewerWindow open(Path file, Parts parts, Component beside) {
    return open(SessionSource.of(file), parts, beside);
  }

  private static ViewerWindow open(SessionSource source, Parts parts, Component beside) {
    Edt.require();
    ViewerWindow window = new ViewerWindow(source, parts);
    window.pack();
    window.setLocationRelativeTo(beside);
    window.setVisible(true);
    window.load();
    return window;
  }

  private ViewerWindow(SessionSource source, Parts parts) {
    super();
    TextGate.title(this, source.title() + " – Fastshot");
    this.source = source;
    this.parts = parts;
    this.bar =
        new ViewerBar(
            new ViewerBar.Wishes() {
              @Override
              public void step(int by) {
                ViewerWindow.this.step(by);
              }

              @Override
              public void zoom(double to) {
                canvas.zoom(to);
                showBar();
              }
            });
    setName("viewer");
    setIconImages(AppIcon.images());
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    canvas.setName("viewer.picture");
    JScrollPane scroll = new JScrollPane(canvas);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    center.add(message, MESSAGE);
    center.add(scroll, PICTURE);
    JPanel content = new JPanel(new BorderLayout());
    content.add(bar, BorderLayout.NORTH);
    content.add(center, BorderLayout.CENTER);
    setContentPane(content);
    ViewerKeys.install(this, canvas, this::step, this::showBar);
    parts.catalog().listen(watch);
    showBar();
  }

  private final class DownloadWatch implements CatalogListener {
    @Override
    public void activityChanged(SessionId id) {
      if (source.is(id)
          && parts.catalog().activity(id).orElse(null)
              instanceof Activity.Downloading(long done, long total)) {
        message.progress(done, total, () -> parts.cancel().accept(id));
      }
    }
  }

  @Override
  public void dispose() {
    parts.catalog().forget(watch);
    super.dispose();
  }

  private void load() {
    cards.show(center, MESSAGE);
    message.working("Opening…");
    source.fetch(this::fetched, this::unavailable);
  }

  private void unavailable(String why) {
    if (isDisplayable()) {
      problem(why);
    }
  }

  private void fetched(Path file) {
    if (isDisplayable()) {
      message.working("Reading the images…");
      parts
          .tasks()
          .run(
              () -> SessionImages.read(file, parts.legacyKey()),
              this::opened,
              failure -> problem("The images cannot be read: " + Texts.reason(failure)));
    }
  }

  private void problem(String what) {
    cards.show(center, MESSAGE);
    message.problem(what, this::load);
  }

  private void opened(SessionImages read) {
    images = read;
    index = 0;
    if (read.count() == 0) {
      problem("This session holds no images.");
    } else {
      showImage();
    }
  }

  private void step(int by) {
    SessionImages all = images;
    if (all != null && index + by >= 0 && index + by < all.count()) {
      index += by;
      showImage();
    }
  }

  private void showImage() {
    SessionImages all = images;
    if (all == null) {
      return;
    }
    int wanted = index;
    showBar();
    parts
        .tasks()
        .run(
            () -> all.decode(wanted),
            picture -> decoded(wanted, picture),
            failure -> problem(unshowable(wanted, failure)));
  }

  private static String unshowable(int which, Exception failure) {
    return "Image "
        + (which + 1)
        + (failure instanceof PictureException ? " " : " cannot be shown: ")
        + Texts.reason(failure);
  }

  private void decoded(int which, BufferedImage picture) {
    if (which == index && isDisplayable()) {
      cards.show(center, PICTURE);
      canvas.show(picture);
      canvas
          .getAccessibleContext()
          .setAccessibleName("Image " + (which + 1) + " of " + source.title());
      showBar();
    }
  }

  private void showBar() {
    bar.show(index, images, canvas);
  }
}
