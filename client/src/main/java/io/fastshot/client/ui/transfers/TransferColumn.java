package io.fastshot.client.ui.transfers;

import javax.swing.SwingConstants;

/** The columns of the list of transfers, from left to right. */
enum TransferColumn {
  DIRECTION("", 34, 34),
  NAME("Name", 180, 320),
  PROGRESS("Progress", 90, 140),
  BYTES("Bytes", 120, 150),
  SPEED("Speed", 76, 90),
  LEFT("Time Left", 100, 140),
  STATE("State", 160, 420);

  private final String title;
  private final int least;
  private final int width;

  TransferColumn(String title, int least, int width) {
    this.title = title;
    this.least = least;
    this.width = width;
  }

  String title() {
    return title;
  }

  /** What a screen reader says of it. */
  String spoken() {
    return title.isEmpty() ? "Direction" : title;
  }

  /** Texts start at the left, numbers end at the right, icons stand in the middle. */
  int alignment() {
    return switch (this) {
      case DIRECTION -> SwingConstants.CENTER;
      case BYTES, SPEED, LEFT -> SwingConstants.TRAILING;
      case NAME, PROGRESS, STATE -> SwingConstants.LEADING;
    };
  }

  /** Pixels. */
  int least() {
    return least;
  }

  /** Pixels. */
  int width() {
    return width;
  }
}
