package io.fastshot.client.ui.kit;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.TransferHandler;

/** Takes files that are dropped on a component. */
public final class FileDrop extends TransferHandler {
  private static final long serialVersionUID = 1L;

  private final transient Consumer<List<Path>> taken;

  /**
   * @param taken called with the files, on the event thread
   */
  public FileDrop(Consumer<List<Path>> taken) {
    this.taken = taken;
  }

  @Override
  public boolean canImport(TransferSupport support) {
    boolean files = support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    if (files && support.isDrop()) {
      support.setDropAction(COPY);
    }
    return files;
  }

  @Override
  public boolean importData(TransferSupport support) {
    if (!canImport(support)) {
      return false;
    }
    try {
      Object data = support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      List<Path> files = new ArrayList<>();
      for (Object file : (List<?>) data) {
        files.add(((File) file).toPath());
      }
      taken.accept(files);
      return true;
    } catch (UnsupportedFlavorException | IOException e) {
      System.getLogger(FileDrop.class.getName())
          .log(System.Logger.Level.WARNING, "the dropped files were not taken", e);
      return false;
    }
  }
}
