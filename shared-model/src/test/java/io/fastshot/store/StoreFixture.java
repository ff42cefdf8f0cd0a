package io.fastshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Short words for what tests of stores do all the time. */
public final class StoreFixture {
  private StoreFixture() {}

  /** Text as content. */
  public static Content content(String text) {
    return Content.of(bytes(text), "text/plain");
  }

  /** Text as UTF-8. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Puts without a condition. */
  public static ETag put(ObjectStore store, String key, String text) {
    return installed(store.put(key, content(text), Precondition.none()));
  }

  /** The ETag of an installed write. */
  public static ETag installed(PutOutcome outcome) {
    assertThat(outcome).isInstanceOf(PutOutcome.Installed.class);
    return ((PutOutcome.Installed) outcome).etag();
  }

  /** The answer of a read that must find something. */
  public static GetOutcome.Found found(GetOutcome outcome) {
    assertThat(outcome).isInstanceOf(GetOutcome.Found.class);
    return (GetOutcome.Found) outcome;
  }

  /** The text that a read found. */
  public static String text(GetOutcome outcome) throws IOException {
    try (GetOutcome.Found found = found(outcome)) {
      return new String(found.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Reads a whole object as text. */
  public static String text(ObjectStore store, String key) throws IOException {
    return text(store.get(key, ByteRange.whole(), Precondition.none()));
  }

  /** All keys below a prefix, in the listing's order. */
  public static List<String> keys(ObjectStore store, String prefix) {
    List<String> keys = new ArrayList<>();
    ObjectStores.listAll(store, prefix).forEach(entry -> keys.add(entry.key()));
    return keys;
  }

  /** SHA-256 in lower-case hex. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a task on that many virtual threads at once and gives their results. */
  public static <T> List<T> together(int threads, Callable<T> task)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(executor.submit(task));
      }
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    }
    return results;
  }
}
