package io.fastshot.client.ui;

import io.fastshot.client.ui.look.Theme;
import io.fastshot.client.ui.table.ColumnMenu;
import io.fastshot.model.RebuildState;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.JMenuItem;

/** What the menus and keys do. */
record MenuWishes(JFrame frame, WindowParts parts, WindowLayout layout, ThemeControl themes)
    implements Menus.Wishes {

  @Override
  public void upload() {
    parts.actions.chooseAndUpload();
  }

  @Override
  public void open() {
    parts.actions.open(parts.table.selection());
  }

  @Override
  public void download() {
    parts.actions.download(parts.table.selection());
  }

  @Override
  public void copyLinks() {
    parts.actions.copyLinks(parts.table.selection());
  }

  @Override
  public void delete() {
    parts.actions.delete(parts.table.selection());
  }

  @Override
  public void cancelTransfer() {
    parts.actions.cancel(parts.table.selection());
  }

  @Override
  public void undo() {
    parts.actions.undo();
  }

  @Override
  public void recentlyDeleted() {
    parts.actions.showDeleted();
  }

  @Override
  public void selectAll() {
    parts.table.selectAll();
    parts.table.requestFocusInWindow();
  }

  @Override
  public void find() {
    parts.finding.top.focusSearch();
  }

  @Override
  public boolean areFiltersShown() {
    return layout.areFiltersShown();
  }

  @Override
  public void showFilters(boolean show) {
    layout.showFilters(show);
  }

  @Override
  public JMenuItem columns() {
    return new ColumnMenu(parts.table.columns()).menu();
  }

  @Override
  public void refresh() {
    parts.refresh.now();
  }

  @Override
  public void rebuild(RebuildState.Mode mode) {
    parts.rebuilds.ask(frame, mode);
  }

  @Override
  public void theme(Theme theme) {
    themes.choose(theme);
  }

  @Override
  public void help() {
    Help.show(frame);
  }

  @Override
  public void close() {
    frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING));
  }
}
