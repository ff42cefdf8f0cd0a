package io.fastshot.localcloud.demo;

import io.fastshot.container.FastshotCodec;
import io.fastshot.container.Format;
import io.fastshot.container.SessionFile;
import io.fastshot.container.SessionNames;
import io.fastshot.container.SessionWindow;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes a library of sessions with drawn pictures, for demonstrations and tests.
 *
 * <p>Two thirds are in the original's format, one third in the current one. From ten sessions on
 * some are awkward on purpose: no name, a very long name, a long description, and a file that is
 * cut off.
 */
public final class DemoLibrary {
  /** The key that the demo's session files in the original's format are written with. */
  public static final String LEGACY_KEY = "fastshot-demo";

  /** How many sessions a demo library has where nothing else is asked for. */
  public static final int DEFAULT_SESSIONS = 37;

  private static final int CUT_OFF = 9;
  private static final int FORMATS = 3;

  private DemoLibrary() {}

  /**
   * Fills a store with sessions, several at a time. Objects of the same names are replaced.
   *
   * @param sessions how many; 1 or more
   * @param seed of everything drawn; the same seed gives the same file names and fields
   * @param key for the files in the original's format; {@link #LEGACY_KEY} in the demo
   * @throws io.fastshot.store.StoreException if the store refuses one
   */
  public static void fill(
      ObjectStore store, KeyLayout layout, int sessions, long seed, XorMask key) {
    if (sessions < 1) {
      throw new IllegalArgumentException("a library has 1 session or more: " + sessions);
    }
    FastshotCodec codec = new FastshotCodec(key);
    IntStream.range(0, sessions)
        .parallel()
        .forEach(number -> put(store, layout, codec, DemoPlan.of(number, sessions, seed)));
  }

  private static void put(ObjectStore store, KeyLayout layout, FastshotCodec codec, DemoPlan plan) {
    String filename =
        SessionNames.filename(plan.fields().name(), plan.fields().desc(), plan.created());
    byte[] file = file(codec, plan, filename);
    Content content = Content.of(file, "image/png").withSha256(sha256(file));
    var _ = store.put(layout.session(SessionId.ofFilename(filename)), content, Precondition.none());
  }

  private static byte[] file(FastshotCodec codec, DemoPlan plan, String filename) {
    SplittableRandom random = new SplittableRandom(plan.seed());
    List<SessionWindow> windows = new ArrayList<>();
    for (int i = 0; i < plan.fields().imageCount(); i++) {
      windows.add(DemoWindow.draw(plan, i, random));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      codec.write(new SessionFile(plan.fields(), filename, windows), format(plan), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    byte[] whole = bytes.toByteArray();
    return plan.number() == CUT_OFF ? Arrays.copyOf(whole, whole.length * 3 / 5) : whole;
  }

  private static Format format(DemoPlan plan) {
    return plan.number() % FORMATS == 2 ? Format.CURRENT : Format.CLOUD_XOR;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
