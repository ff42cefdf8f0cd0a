package io.fastshot.client.ui.system;

import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.look.AppIcon;
import java.awt.AWTException;
import java.awt.CheckboxMenuItem;
import java.awt.Dimension;
import java.awt.Image;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BaseMultiResolutionImage;
import java.util.List;
import java.util.Optional;

/** The icon in the tray, of desktops that have one; its menu is that of the desktop. */
final class Tray implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Tray.class.getName());

  private final SystemTray tray;
  private final TrayIcon icon;

  private Tray(SystemTray tray, TrayIcon icon) {
    this.tray = tray;
    this.icon = icon;
  }

  /**
   * Shows the icon; empty if this desktop has no tray. Blocks until the desktop has taken it, which
   * may last a second: not on the event thread.
   */
  static Optional<Tray> show(SystemWishes wishes, TrayChoice choice) {
    Edt.forbid();
    if (!SystemTray.isSupported()) {
      return Optional.empty();
    }
    SystemTray tray = SystemTray.getSystemTray();
    TrayIcon icon = new TrayIcon(image(tray.getTrayIconSize()), "Fastshot", menu(wishes, choice));
    icon.setImageAutoSize(true);
    icon.addActionListener(_ -> Edt.later(wishes::show)); // a double click
    try {
      tray.add(icon);
    } catch (AWTException e) {
      LOG.log(System.Logger.Level.DEBUG, "no tray takes the icon", e);
      return Optional.empty();
    }
    return Optional.of(new Tray(tray, icon));
  }

  /** In the size that the tray asks for, and larger for screens that scale. */
  private static Image image(Dimension size) {
    List<Image> images = AppIcon.images();
    List<Image> fitting =
        images.stream().filter(image -> image.getWidth(null) >= size.width).toList();
    return new BaseMultiResolutionImage(
        (fitting.isEmpty() ? images : fitting).toArray(Image[]::new));
  }

  static PopupMenu menu(SystemWishes wishes, TrayChoice choice) {
    PopupMenu menu = new PopupMenu("Fastshot");
    menu.add(item("Show Fastshot", wishes::show));
    menu.addSeparator();
    CheckboxMenuItem stays =
        new CheckboxMenuItem("Stay Here When the Window Is Closed", choice.staysInTray());
    stays.addItemListener(_ -> Edt.later(() -> choice.stayInTray(stays.getState())));
    menu.add(stays);
    menu.addSeparator();
    menu.add(item("Quit", wishes::quit));
    return menu;
  }

  private static MenuItem item(String label, Runnable run) {
    MenuItem item = new MenuItem(label);
    item.addActionListener(_ -> Edt.later(run));
    return item;
  }

  /** Takes the icon away. */
  @Override
  public void close() {
    tray.remove(icon);
  }
}
