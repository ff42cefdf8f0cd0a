package io.fastshot.localcloud.demo;

import io.fastshot.model.SessionFields;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * What one session of the demo library is.
 *
 * @param number its place in the library, from 0
 * @param topic what its pictures are about
 * @param fields what describes it
 * @param created when it was saved
 * @param seed of its pictures
 */
record DemoPlan(int number, Topic topic, SessionFields fields, LocalDateTime created, long seed) {

  /** The kinds of picture that a session begins with. */
  enum Topic {
    CHART("Quarterly revenue", "Error rate by region", "Page load times", "Churn forecast"),
    FORM("Login form", "Checkout step 2", "Sign-up validation", "Profile settings"),
    CODE("Stack trace after deploy", "Parser diff", "CI log", "SQL of the slow query"),
    TABLE("Price list", "Test matrix", "Inventory audit", "Translation status"),
    MAP("Delivery routes", "Office floor plan", "Sensor map", "Store finder"),
    CHINESE("登录页面错误", "订单列表截图", "设置界面改版", "支付流程测试"),
    PHOTO("Camera preview", "Header image crop", "Theme wallpaper", "Upload quality");

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives an unmodifiable list
    private final List<String> names;

    Topic(String... names) {
      this.names = List.of(names);
    }
  }

  /** All of them, in order. */
  static final List<Topic> TOPICS = List.of(Topic.values());

  /** Sessions are dated over the year before this day, so that a seed always gives the same. */
  private static final LocalDateTime END = LocalDateTime.of(2026, 11, 20, 18, 30, 0);

  private static final Duration YEAR = Duration.ofDays(365);
  private static final int AWKWARD_FROM = 10;
  private static final int MAX_IMAGES = 8;
  private static final DateTimeFormatter CREATED_AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private static final List<String> COLORS =
      List.of("blue", "red", "green", "yellow", "purple", "orange", "pink", "gray");
  private static final List<String> CLASSES =
      List.of("development", "bug", "design", "review", "release", "");
  private static final List<String> TAGS =
      List.of("ui", "bug", "login", "checkout", "mobile", "perf", "demo", "l10n", "登录", "urgent");
  private static final List<String> NOTES =
      List.of(
          "Seen on the staging system after the last deploy.",
          "Compare with the version before: the spacing is off by **4 px**.",
          "Steps:\n\n1. open the page\n2. press *Save* twice\n3. watch the counter",
          "Agreed in the review; see `settings.json`.",
          "按钮在小屏幕上被遮住，需要调整。",
          "Customer report, to be reproduced with a fresh account.");

  /** The plan of a session. */
  static DemoPlan of(int number, int sessions, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 31 + number);
    Topic topic = TOPICS.get(number % TOPICS.size());
    LocalDateTime created =
        END.minusSeconds(YEAR.toSeconds() * (sessions - 1 - number) / sessions)
            .minusSeconds(random.nextInt(3600));
    TreeSet<String> tags = new TreeSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      tags.add(pick(TAGS, random));
    }
    boolean awkward = sessions >= AWKWARD_FROM;
    SessionFields fields =
        new SessionFields(
            name(number, topic, awkward, random),
            desc(number, awkward, random),
            List.copyOf(tags),
            pick(COLORS, random),
            pick(CLASSES, random),
            1 + random.nextInt(MAX_IMAGES),
            CREATED_AT.format(created));
    return new DemoPlan(number, topic, fields, created, random.nextLong());
  }

  private static String name(int number, Topic topic, boolean awkward, SplittableRandom random) {
    String name = pick(topic.names, random);
    if (awkward && number == 3) {
      return "";
    }
    if (awkward && number == 5) {
      return (name + " — the very long name that somebody pasted from a ticket 🙂 ").repeat(4);
    }
    return number < TOPICS.size() ? name : name + " " + (number + 1);
  }

  private static String desc(int number, boolean awkward, SplittableRandom random) {
    String note = pick(NOTES, random);
    if (awkward && number == 7) {
      return "# Report\n\n" + ("- " + note.replace("\n", " ") + "\n").repeat(80);
    }
    return random.nextInt(6) == 0 && number != 3 ? "" : note;
  }

  private static <T> T pick(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }
}
