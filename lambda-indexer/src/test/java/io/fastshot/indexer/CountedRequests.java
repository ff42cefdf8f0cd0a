package io.fastshot.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.FastshotCodec;
import io.fastshot.container.Format;
import io.fastshot.container.ImageSource;
import io.fastshot.container.SessionFile;
import io.fastshot.container.SessionWindow;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.CountedLibrary.Cost;
import io.fastshot.model.SessionFields;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import javax.imageio.ImageIO;

/** What the indexer's work costs in requests, counted over its real handlers. */
final class CountedRequests {
  private static final int SIDE = 250;
  private static final int ELSEWHERE = 900_000;
  static final byte[] PLAIN = TestLibrary.session("plain");
  static final byte[] PICTURED = TestLibrary.sessionWithThumbnail("pictured");
  static final byte[] CURRENT = file(Format.CURRENT);
  static final byte[] LEGACY = file(Format.CLOUD_PLAIN);

  /** Created sessions of three kinds, and deleted ones. */
  static final Line CREATES = creates(CURRENT);

  static final Line PLAIN_CREATES = creates(PLAIN);
  static final Line LEGACY_CREATES = creates(LEGACY);
  static final Line DELETES = deletes();

  private CountedRequests() {}

  /** What depends on the number n in a straight line. */
  record Line(Cost perOne, Cost fixed) {

    /** Of the costs for 1, 10 and 100, which must be on a line. */
    static Line of(IntFunction<Cost> measured) {
      Cost one = measured.apply(1);
      Cost ten = measured.apply(10);
      Cost perOne =
          new Cost(
              (ten.reads() - one.reads()) / 9,
              (ten.writes() - one.writes()) / 9,
              (ten.removals() - one.removals()) / 9,
              (ten.messages() - one.messages()) / 9);
      Line line = new Line(perOne, one.plus(perOne.times(-1)));
      assertThat(line.at(10)).isEqualTo(ten);
      assertThat(line.at(100)).isEqualTo(measured.apply(100));
      return line;
    }

    Cost at(long n) {
      return perOne.times(n).plus(fixed);
    }

    /** Such as {@code 2n + 1}. */
    String words(ToLongFunction<Cost> part) {
      long slope = part.applyAsLong(perOne);
      long rest = part.applyAsLong(fixed);
      String n = slope == 0 ? "" : slope == 1 ? "n" : slope + "n";
      if (n.isEmpty()) {
        return String.valueOf(rest);
      }
      return rest == 0 ? n : n + " + " + rest;
    }
  }

  /** A session file with a noisy picture, some hundreds of KB, as the codec writes it. */
  private static byte[] file(Format format) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.setRGB(i % SIDE, i / SIDE, random.nextInt());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      SessionWindow window = SessionWindow.plain(0, SIDE, SIDE, ImageSource.of(png.toByteArray()));
      SessionFields fields =
          new SessionFields("n", "d", List.of("t"), "blue", "c", 1, "2025-06-21T11:46:15");
      new FastshotCodec(XorMask.none())
          .write(new SessionFile(fields, "f.fastshot", List.of(window)), format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An indexed library of some other sessions, for a batch to come to. */
  private static CountedLibrary library(int sessions, byte[] file) {
    return new CountedLibrary().holding(ELSEWHERE, 1, file).indexed().holding(sessions, file);
  }

  private static Line creates(byte[] file) {
    return Line.of(n -> library(n, file).batch(n));
  }

  private static Line deletes() {
    return Line.of(n -> new CountedLibrary().holding(n, CURRENT).indexed().without(n).batch(n));
  }

  /** Another writer took in a session that is not of the batch. */
  static Line conflictElsewhere() {
    return Line.of(n -> library(n + 1, CURRENT).disturbedBy(n).batch(n));
  }

  /** Another writer took in one of the batch's sessions. */
  static Line conflictAtOne() {
    return Line.of(n -> library(n, CURRENT).disturbedBy(0).batch(n));
  }

  static Cost rebuild(String mode, int sessions) {
    return new CountedLibrary()
        .holding(sessions, PICTURED)
        .indexed()
        .rebuild("{\"mode\":\"" + mode + "\"}");
  }

  /** A check that finds that the events of so many new sessions were lost. */
  static Cost checkAfterLostEvents(int sessions, int lost) {
    CountedLibrary library = new CountedLibrary().holding(sessions, PICTURED).indexed();
    return library.holding(sessions + lost, PICTURED).rebuild("{\"mode\":\"check\"}");
  }
}
