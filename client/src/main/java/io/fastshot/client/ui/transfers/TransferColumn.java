package io.fastshot.client.ui.transfers;

/** The columns of the list of transfers, from left to right. */
enum TransferColumn {
  DIRECTION("", 34, 34),
  NAME("Name", 180, 320),
  PROGRESS("Progress", 90, 140),
  BYTES("Bytes", 120, 150),
  SPEED("Speed", 76, 90),
  LEFT("Time Left", 96, 110),
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

  /** Pixels. */
  int least() {
    return least;
  }

  /** Pixels. */
  int width() {
    return width;
  }
}
