package io.fastshot.client.ui.cloud;

import io.fastshot.client.ui.actions.ActionContext;
import io.fastshot.client.ui.actions.DeleteAction;
import io.fastshot.client.ui.actions.DownloadAction;
import io.fastshot.client.ui.actions.LinkAction;
import io.fastshot.client.ui.actions.TrashDialog;
import io.fastshot.client.ui.actions.UploadAction;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.status.Notice;
import io.fastshot.client.ui.viewer.ViewerWindow;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.awt.Component;
import java.awt.Window;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a person does with sessions, for buttons, menus, keys and dropped files alike.
 *
 * <p><b>Threads:</b> the event thread only.
 */
final class SessionActions {

  /** Opening more at once is a slip of the hand. */
  private static final int MAX_OPEN = 5;

  /** Deleting more than these is asked about: Ctrl+A and Del are two keys. */
  private static final int MAX_UNASKED = 10;

  private final Component window;
  private final ActionContext context;
  private final UploadAction uploads;
  private final DownloadAction downloads;
  private final DeleteAction deletions;
  private final LinkAction links;
  private final ViewerWindow.Parts viewer;
  private @Nullable File lastFolder;

  SessionActions(Component window, ActionContext context, Tasks others) {
    this.window = window;
    this.context = context;
    this.uploads = new UploadAction(context);
    this.downloads = new DownloadAction(context);
    this.deletions = new DeleteAction(context);
    this.links = new LinkAction(context, others);
    this.viewer =
        new ViewerWindow.Parts(
            downloads::download,
            downloads::cancel,
            context.catalog(),
            others,
            XorMask.ofOptional(context.library().settings().legacyKey()));
  }

  /** Shows the images of sessions, of the first few if there are many. */
  void open(List<IndexRow> sessions) {
    sessions.stream().limit(MAX_OPEN).forEach(row -> ViewerWindow.open(row, viewer, window));
  }

  /** Shows sessions in files of this machine. */
  void view(List<Path> files) {
    files.stream().limit(MAX_OPEN).forEach(file -> ViewerWindow.open(file, viewer, window));
  }

  /** Brings sessions' files to this machine. */
  void download(List<IndexRow> sessions) {
    downloads.download(sessions);
  }

  /** Moves sessions to the trash; asks first if there are many. */
  void delete(List<IndexRow> sessions) {
    if (sessions.size() <= MAX_UNASKED
        || TextGate.confirm(
            window,
            "Move "
                + Texts.sessions(sessions.size())
                + " to Recently deleted? They go for everybody who uses this library.",
            "Delete " + Texts.sessions(sessions.size()))) {
      deletions.delete(sessions);
    }
  }

  /** Stops sessions' uploads and downloads. */
  void cancel(List<IndexRow> sessions) {
    for (IndexRow row : sessions) {
      downloads.cancel(row.id());
      uploads.cancel(row.id());
    }
  }

  /** Keeps sessions' files on this machine, bringing them here if need be, or no longer does. */
  void keep(List<IndexRow> sessions, boolean keep) {
    context
        .tasks()
        .run(
            () -> {
              for (IndexRow row : sessions) {
                context.library().cache().keep(row, keep);
              }
              return sessions.size();
            },
            count -> kept(sessions, keep, count),
            failure ->
                context
                    .notices()
                    .show(Notice.problem("keep", "Not remembered: " + Texts.reason(failure))));
  }

  private void kept(List<IndexRow> sessions, boolean keep, int count) {
    context
        .notices()
        .show(
            Notice.done(
                "keep",
                Texts.sessions(count)
                    + (keep
                        ? " will stay on this machine."
                        : " may go from this machine when room is needed.")));
    if (keep) {
      downloads.download(
          sessions.stream().filter(row -> !context.catalog().isLocal(row.id())).toList());
    }
  }

  /** Shows Recently deleted, from which sessions can be taken back. */
  void showDeleted() {
    new TrashDialog(
            window instanceof Window frame ? frame : SwingUtilities.getWindowAncestor(window),
            context)
        .ask();
  }

  /** Copies links to sessions. */
  void copyLinks(List<IndexRow> sessions) {
    links.copy(sessions);
  }

  /** Takes back the last deletion. */
  void undo() {
    deletions.undo();
  }

  /** Uploads files, as dropped or chosen. */
  void upload(List<Path> files) {
    uploads.upload(files);
  }

  /** Lets the person choose files and uploads them. */
  void chooseAndUpload() {
    JFileChooser chooser = new JFileChooser(lastFolder);
    chooser.setDialogTitle("Upload Sessions");
    chooser.setMultiSelectionEnabled(true);
    chooser.setFileFilter(
        new FileNameExtensionFilter(
            "Fastshot sessions (*" + SessionId.SUFFIX + ")", SessionId.SUFFIX.substring(1)));
    if (chooser.showDialog(window, "Upload") == JFileChooser.APPROVE_OPTION) {
      lastFolder = chooser.getCurrentDirectory();
      upload(Arrays.stream(chooser.getSelectedFiles()).map(File::toPath).toList());
    }
  }
}
