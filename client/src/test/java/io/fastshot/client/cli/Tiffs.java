package io.fastshot.client.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** TIFF files of a few pixels, uncompressed, in one strip. */
final class Tiffs {
  static final int RGB = 2;
  static final int CMYK = 5;
  static final int CIE_LAB = 8;

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int FIELDS = 10;
  private static final int HEAD = 8;

  private Tiffs() {}

  /**
   * A picture of 8 bits a sample.
   *
   * @param photometric one of the constants
   * @param samples row by row, pixel by pixel
   */
  static byte[] of(int width, int height, int photometric, int orientation, byte[] samples) {
    int bands = samples.length / width / height;
    int directory = 2 + FIELDS * 12 + 4;
    int bits = HEAD + directory;
    int data = bits + 2 * bands;
    ByteBuffer tiff = ByteBuffer.allocate(data + samples.length).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEAD);
    tiff.putShort((short) FIELDS);
    for (int[] field :
        List.of(
            new int[] {256, SHORT, 1, width},
            new int[] {257, SHORT, 1, height},
            new int[] {258, SHORT, bands, bits},
            new int[] {259, SHORT, 1, 1},
            new int[] {262, SHORT, 1, photometric},
            new int[] {273, LONG, 1, data},
            new int[] {274, SHORT, 1, orientation},
            new int[] {277, SHORT, 1, bands},
            new int[] {278, SHORT, 1, height},
            new int[] {279, LONG, 1, samples.length})) {
      tiff.putShort((short) field[0]).putShort((short) field[1]).putInt(field[2]).putInt(field[3]);
    }
    tiff.putInt(0);
    for (int band = 0; band < bands; band++) {
      tiff.putShort((short) 8);
    }
    return tiff.put(samples).array();
  }
}
