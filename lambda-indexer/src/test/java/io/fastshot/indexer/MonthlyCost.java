package io.fastshot.indexer;

import io.fastshot.indexer.CountedLibrary.Cost;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What a library costs in a month, by the list prices and assumptions of docs/COST.md.
 *
 * @param sessions in the library
 * @param people who have the window open
 * @param creates a month
 * @param deletes a month
 * @param billedSeconds of the function for one batch, or one check
 */
record MonthlyCost(int sessions, int people, int creates, int deletes, double billedSeconds) {
  static final List<MonthlyCost> EXAMPLES =
      List.of(
          new MonthlyCost(37, 1, 20, 5, 1),
          new MonthlyCost(1_000, 10, 400, 100, 1),
          new MonthlyCost(100_000, 200, 10_000, 2_500, 10));

  // us-east-1, in US dollars.
  private static final double STORAGE_GB = 0.023;
  private static final double WRITE = 0.005 / 1_000;
  private static final double READ = 0.0004 / 1_000;
  private static final double LAMBDA_GB_SECOND = 0.0000133334;
  private static final double LAMBDA_REQUEST = 0.20 / 1e6;
  private static final double QUEUE_REQUEST = 0.40 / 1e6;
  private static final double LOG_GB = 0.50;
  private static final double ALARM = 0.10;
  private static final double METRIC = 0.30;
  private static final double DASHBOARD = 3.00;
  private static final double OUT_GB = 0.09;

  // Free every month, for every account.
  private static final double FREE_GB_SECONDS = 400_000;
  private static final double FREE_LAMBDA_REQUESTS = 1e6;
  private static final double FREE_QUEUE_REQUESTS = 1e6;
  private static final double FREE_LOG_GB = 5;
  private static final double FREE_OUT_GB = 100;

  // What is deployed.
  private static final double MEMORY_GB = 1_769 / 1_024.0;
  private static final int ALARMS = 8;
  private static final int METRICS = 9;

  // Assumptions.
  private static final double HOURS = 730;
  private static final double SESSION_GB = 0.0119;
  private static final double SMALL_OBJECTS_GB = 25e-6;
  private static final double POLLS_PER_PERSON = 21 * 8 * 3_600 / 15.0;
  private static final int OPENED_PER_PERSON = 63;
  private static final double EMPTY_RECEIVES = 5 * 3 * 60 * HOURS;
  private static final double LOG_GB_PER_RUN = 1e-6;

  /** A line of the table: at list prices, and what is left of it after the free allowances. */
  record Item(double list, double due) {}

  private static Item full(double dollars) {
    return new Item(dollars, dollars);
  }

  private static Item metered(double units, double free, double price) {
    return new Item(units * price, Math.max(0, units - free) * price);
  }

  /** Size of the overall index, measured on one of as many rows. */
  double indexGb() {
    Random random = new Random(3);
    List<IndexRow> rows = new ArrayList<>();
    for (int rev = sessions; rev >= 1; rev--) {
      byte[] hash = new byte[32];
      random.nextBytes(hash);
      String hex = HexFormat.of().formatHex(hash);
      SessionFields fields =
          new SessionFields(
              "Login fails on page " + random.nextInt(sessions),
              "Seen by user " + hex.substring(0, 6) + " after the update; see the second picture.",
              List.of("bug", "ui" + random.nextInt(20)),
              "blue",
              "development",
              3,
              "2025-06-21T11:46:15");
      SessionMeta meta =
          new SessionMeta(
              new SessionId(CountedLibrary.base(rev) + hex.substring(6, 12)),
              fields,
              11_900_000L + random.nextInt(1_000_000),
              Checksum.sha256(hex),
              '"' + hex.substring(0, 32) + '"',
              true,
              null);
      rows.add(IndexRow.of(meta, rev));
    }
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    OverallIndex index =
        new OverallIndex(sessions, "n", now, true, null, 0, List.of(), rows, Map.of());
    double bytes = OverallIndexJson.write(index).bytes().length;
    double unit = Math.pow(10, Math.floor(Math.log10(bytes)) - 1);
    return Math.round(bytes / unit) * unit / 1e9; // two digits: not a matter of the zip's version
  }

  private int changes() {
    return creates + deletes;
  }

  /**
   * The lines of the table, by name.
   *
   * @param create requests of the indexer for one created session, alone in its batch
   * @param delete the same for a deleted one
   * @param check requests of a check that finds nothing
   */
  Map<String, Item> items(Cost create, Cost delete, Cost check) {
    Cost indexer =
        create.times(creates).plus(delete.times(deletes)).plus(check.times((long) HOURS));
    double clientReads =
        people * (POLLS_PER_PERSON + OPENED_PER_PERSON + creates) + deletes; // HEAD before a delete
    double clientWrites = creates + deletes; // PUT; COPY to the trash
    double runs = changes() + HOURS;
    double gbOut = (double) people * OPENED_PER_PERSON * SESSION_GB;
    Map<String, Item> items = new LinkedHashMap<>();
    items.put(
        "S3: sessions and their thumbnails",
        full(sessions * (SESSION_GB + SMALL_OBJECTS_GB) * STORAGE_GB));
    items.put("S3: deleted sessions, kept 30 days", full(2 * deletes * SESSION_GB * STORAGE_GB));
    items.put("S3: replaced indexes, kept 30 days", full(changes() * indexGb() * STORAGE_GB));
    items.put(
        "S3: requests of the indexer", full(indexer.reads() * READ + indexer.writes() * WRITE));
    items.put("S3: requests of the clients", full(clientReads * READ + clientWrites * WRITE));
    Item time = metered(runs * billedSeconds * MEMORY_GB, FREE_GB_SECONDS, LAMBDA_GB_SECOND);
    Item calls = metered(runs, FREE_LAMBDA_REQUESTS, LAMBDA_REQUEST);
    items.put("Lambda", new Item(time.list() + calls.list(), time.due() + calls.due()));
    items.put("SQS", metered(EMPTY_RECEIVES + 3.0 * changes(), FREE_QUEUE_REQUESTS, QUEUE_REQUEST));
    Item logs = metered(runs * LOG_GB_PER_RUN, FREE_LOG_GB, LOG_GB);
    items.put(
        "CloudWatch: logs, 8 alarms, 9 metrics, a dashboard",
        new Item(logs.list() + ALARMS * ALARM + METRICS * METRIC + DASHBOARD, logs.due()));
    items.put("Sessions opened over the Internet", metered(gbOut, FREE_OUT_GB, OUT_GB));
    return items;
  }

  static Item sum(Map<String, Item> items) {
    return new Item(
        items.values().stream().mapToDouble(Item::list).sum(),
        items.values().stream().mapToDouble(Item::due).sum());
  }

  static String dollars(double amount) {
    return amount > 0 && amount < 0.005 ? "< 0.01" : String.format(Locale.ROOT, "%,.2f", amount);
  }
}
