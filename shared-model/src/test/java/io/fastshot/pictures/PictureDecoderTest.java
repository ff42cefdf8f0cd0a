package io.fastshot.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.container.ImageSource;
import io.fastshot.container.png.Collage;
import io.fastshot.container.png.Png;
import io.fastshot.fixtures.Fixtures;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {
  private static final int GRAY_96 = 0xFF606060;

  private final PictureDecoder decoder = new PictureDecoder();

  @ParameterizedTest
  @ValueSource(strings = {"grayalpha8_96.png", "rgb8_96.png"})
  void gray96StaysGray96WhatEverItsForm(String name) throws IOException {
    byte[] png = Files.readAllBytes(Fixtures.field(name));
    assertThat(pixel(decoder.png(png))).isEqualTo(GRAY_96);
    assertThat(pixel(decoder.png(png, 48, 48))).isEqualTo(GRAY_96);
    byte[] cover = Objects.requireNonNull(Collage.ofPngs(List.of(ImageSource.of(png))));
    assertThat(pixel(decoder.png(cover))).isEqualTo(GRAY_96);
  }

  @Test
  void everyDepthOfGrayKeepsItsValue() throws IOException {
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
      BufferedImage gray = new BufferedImage(4, 4, type);
      int white = type == BufferedImage.TYPE_BYTE_GRAY ? 0xFF : 0xFFFF;
      for (int i = 0; i < 16; i++) {
        gray.getRaster().setSample(i % 4, i / 4, 0, white / 0xFF * 96);
      }
      assertThat(pixel(decoder.png(Pngs.encode(gray)))).isEqualTo(GRAY_96);
    }
  }

  @Test
  void transparencyOfGrayIsKept() {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            true,
            false,
            java.awt.Transparency.TRANSLUCENT,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
    raster.setPixel(0, 0, new int[] {96, 7});
    BufferedImage image = new BufferedImage(model, raster, false, null);
    assertThat(Srgb.of(image).getRGB(0, 0)).isEqualTo(0x07606060);
  }

  @Test
  void numbersBeyondWhiteAreWhite() {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            java.awt.Transparency.OPAQUE,
            DataBuffer.TYPE_FLOAT);
    WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
    raster.setPixel(0, 0, new float[] {1.5f, -0.5f, 96 / 255f});
    BufferedImage image = new BufferedImage(model, raster, false, null);
    assertThat(Srgb.of(image).getRGB(0, 0)).isEqualTo(0xFFFF0060);
  }

  /** Half of the light is not half of the number. */
  @Test
  void otherProfilesAreConverted() {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB),
            false,
            false,
            java.awt.Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
    raster.setPixel(0, 0, new int[] {30, 30, 30});
    int seen = Srgb.of(new BufferedImage(model, raster, false, null)).getRGB(0, 0) & 0xFF;
    assertThat(seen).isBetween(95, 98);
  }

  @Test
  void whatIsCutOrEmptyIsToldInWords() throws IOException {
    assertFails("trunc.png", "ends in the middle");
    assertFails("zero_dims.png", "Image width <= 0");
    assertThatThrownBy(() -> decoder.png(new byte[0]))
        .isInstanceOf(PictureException.class)
        .hasMessage("is not a PNG");
  }

  private void assertFails(String name, String reason) throws IOException {
    byte[] png = Files.readAllBytes(Fixtures.field(name));
    assertThatThrownBy(() -> decoder.png(png))
        .isInstanceOf(PictureException.class)
        .hasMessageContaining(reason);
  }

  /** 14,100 x 14,100 passed a bound of 200,000,000 pixels. */
  @Test
  void whatTakesTooManyBytesIsRefusedBeforeItIsRead() {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(14_100)
            .putInt(14_100)
            .put(new byte[] {8, 6, 0, 0, 0})
            .array();
    byte[] ihdr = Png.chunk(0x49484452, header);
    byte[] png = Arrays.copyOf(Png.whiteCover(), Png.IHDR_END);
    System.arraycopy(ihdr, 0, png, Png.SIGNATURE_BYTES, ihdr.length);
    byte[] whole = Arrays.copyOf(png, png.length + 12);
    System.arraycopy(Png.chunk(0x49444154, new byte[0]), 0, whole, png.length, 12);
    PictureDecoder small = new PictureDecoder(new DecodeBudget(512L << 20));
    assertThatThrownBy(() -> small.png(whole))
        .isInstanceOf(TooLargeException.class)
        .hasMessage(
            "is too large: 14100 x 14100 pixels take 759 MB of memory, and at most 512 MB are used"
                + " for one picture");
  }

  @Test
  void thumbnailOfALargePictureNeedsItsOwnMemoryOnly() throws IOException {
    BufferedImage large = new BufferedImage(3000, 2000, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.fill(
        ((java.awt.image.DataBufferByte) large.getRaster().getDataBuffer()).getData(), (byte) 96);
    byte[] png = Pngs.encode(large);
    PictureDecoder small = new PictureDecoder(new DecodeBudget(1 << 20));
    assertThatThrownBy(() -> small.png(png)).isInstanceOf(TooLargeException.class);
    BufferedImage thumbnail = small.png(png, 100, 100);
    assertThat(thumbnail.getWidth()).isEqualTo(100);
    assertThat(thumbnail.getHeight()).isEqualTo(67);
    assertThat(pixel(thumbnail)).isEqualTo(GRAY_96);
  }

  private static int pixel(BufferedImage image) {
    return image.getRGB(image.getWidth() / 2, image.getHeight() / 2);
  }
}
