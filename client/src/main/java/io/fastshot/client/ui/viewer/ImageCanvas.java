package io.fastshot.client.ui.viewer;

import io.fastshot.client.ui.look.Look;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import org.jspecify.annotations.Nullable;

/**
 * One picture, fitted into the window (never enlarged) or at a zoom. At 100 % a pixel of the
 * picture is a pixel of the screen, whatever the desktop's scaling.
 */
final class ImageCanvas extends JComponent implements Scrollable {
  private static final long serialVersionUID = 1L;

  /** The zoom that fits the picture into the window. */
  static final double FIT = 0;

  private static final double MIN_ZOOM = 0.1;
  private static final double MAX_ZOOM = 8;
  private static final int STEP = 24;

  private transient @Nullable BufferedImage image;
  private double zoom = FIT;

  void show(@Nullable BufferedImage next) {
    image = next;
    changed();
  }

  boolean isFit() {
    return zoom == FIT;
  }

  void zoom(double wanted) {
    zoom = wanted == FIT ? FIT : Math.clamp(wanted, MIN_ZOOM, MAX_ZOOM);
    changed();
  }

  void zoomBy(double factor) {
    zoom(shownZoom() * factor);
  }

  /** The zoom in effect, in pixels of the screen per pixel of the picture. */
  double shownZoom() {
    BufferedImage picture = image;
    if (picture == null || zoom != FIT) {
      return zoom == FIT ? 1 : zoom;
    }
    Dimension room = room();
    double wide = room.width * screenScale() / picture.getWidth();
    double high = room.height * screenScale() / picture.getHeight();
    return Math.max(Math.min(1, Math.min(wide, high)), 0.001);
  }

  private Dimension room() {
    return getParent() instanceof JViewport viewport ? viewport.getExtentSize() : getSize();
  }

  private double screenScale() {
    return getGraphicsConfiguration() == null
        ? 1
        : getGraphicsConfiguration().getDefaultTransform().getScaleX();
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext =
          new AccessibleJComponent() {
            private static final long serialVersionUID = 1L;

            @Override
            public AccessibleRole getAccessibleRole() {
              return AccessibleRole.CANVAS;
            }
          };
    }
    return accessibleContext;
  }

  private void changed() {
    revalidate();
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    BufferedImage picture = image;
    if (picture == null || zoom == FIT) {
      return new Dimension(1, 1);
    }
    double scale = zoom / screenScale();
    return new Dimension(
        (int) Math.ceil(picture.getWidth() * scale), (int) Math.ceil(picture.getHeight() * scale));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    BufferedImage picture = image;
    if (picture == null) {
      return;
    }
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      double shown = shownZoom();
      double scale = shown / screenScale();
      int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
      int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
      int x = Math.max(0, (getWidth() - width) / 2);
      int y = Math.max(0, (getHeight() - height) / 2);
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION,
          shown == 1
              ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
              : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      g.drawImage(picture, x, y, width, height, null);
      Color frame = Look.dimmed();
      g.setColor(new Color(frame.getRed(), frame.getGreen(), frame.getBlue(), 80));
      g.drawRect(x, y, width - 1, height - 1);
    } finally {
      g.dispose();
    }
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return new Dimension(900, 600);
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return STEP;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return STEP * 8;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() != null && getParent().getWidth() >= getPreferredSize().width;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() >= getPreferredSize().height;
  }
}
