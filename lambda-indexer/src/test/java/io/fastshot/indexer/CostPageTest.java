package io.fastshot.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.CountedLibrary.Cost;
import io.fastshot.indexer.CountedRequests.Line;
import io.fastshot.indexer.MonthlyCost.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The numbers of docs/COST.md are those that the handlers' runs give. */
class CostPageTest {
  private static final Path PAGE = Path.of(System.getProperty("fastshot.root"), "docs", "COST.md");
  private static final String WRITE_ANEW =
      "mvn -pl lambda-indexer -am verify -Dtest=CostPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dcost.page=write";
  private static final Pattern BLOCK =
      Pattern.compile("(<!-- computed: (\\w+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);
  private static final int[] LIBRARIES = {37, 1_000, 1_500};
  private static final int PAGE_SIZE = 1_000;

  @Test
  void aBatchOfCreatesCostsTwoRequestsEachAndTwo() {
    Line current = CountedRequests.CREATES;
    Line plain = CountedRequests.PLAIN_CREATES;
    Line legacy = CountedRequests.LEGACY_CREATES;
    for (int n : new int[] {1, 10, 100}) {
      assertThat(current.at(n).requests()).isEqualTo(2 * n + 2 + /* thumbnails */ n);
      assertThat(plain.at(n).requests()).isEqualTo(2 * n + 2 + /* their removal */ n);
      assertThat(plain.at(n).reads() + plain.at(n).writes()).isEqualTo(2 * n + 2);
      assertThat(legacy.at(n).requests()).isEqualTo(2 * n + 2 + n + /* the tail */ n);
    }
  }

  @Test
  void aCleanCheckCostsTwoListingsPerThousandAndOneRead() {
    for (int sessions : LIBRARIES) {
      assertThat(CountedRequests.rebuild("check", sessions)).isEqualTo(cleanCheck(sessions));
    }
  }

  private static Cost cleanCheck(int sessions) {
    return new Cost(1, 2L * ((sessions + PAGE_SIZE - 1) / PAGE_SIZE), 0, 0);
  }

  @Test
  void thePageSaysWhatTheHandlersDo() throws IOException {
    String page = Files.readString(PAGE);
    Map<String, String> blocks = new LinkedHashMap<>();
    blocks.put("answer", answer());
    blocks.put("changes", changes());
    blocks.put("rebuilds", rebuilds());
    blocks.put("months", months());
    String computed =
        BLOCK
            .matcher(page)
            .replaceAll(found -> {
              String text = blocks.remove(found.group(2));
              assertThat(text).as("what is computed for " + found.group(2)).isNotNull();
              return Matcher.quoteReplacement(found.group(1) + text + found.group(3));
            });
    assertThat(blocks).as("places for these on the page").isEmpty();
    if ("write".equals(System.getProperty("cost.page"))) {
      Files.writeString(PAGE, computed);
    } else {
      assertThat(page)
          .as("docs/COST.md is not what the handlers do now. To write it anew: " + WRITE_ANEW)
          .isEqualTo(computed);
    }
  }

  private static String answer() {
    StringBuilder text = new StringBuilder();
    for (MonthlyCost example : MonthlyCost.EXAMPLES) {
      Item sum = MonthlyCost.sum(items(example));
      text.append(
          String.format(
              Locale.ROOT,
              "- **%,d sessions, %d %s: about %s US dollars a month** (%s at list prices, before"
                  + " what AWS gives every account for free)%n",
              example.sessions(),
              example.people(),
              example.people() == 1 ? "person" : "people",
              MonthlyCost.dollars(sum.due()),
              MonthlyCost.dollars(sum.list())));
    }
    return text.toString();
  }

  private static Map<String, Item> items(MonthlyCost example) {
    return example.items(
        CountedRequests.CREATES.at(1),
        CountedRequests.DELETES.at(1),
        cleanCheck(example.sessions()));
  }

  private static String changes() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("n sessions, in one batch", "GET, HEAD", "PUT, COPY, LIST", "DELETE", "all"));
    rows.add(row("created", CountedRequests.CREATES));
    rows.add(row("created, without a thumbnail", CountedRequests.PLAIN_CREATES));
    rows.add(row("created, in the original's format", CountedRequests.LEGACY_CREATES));
    rows.add(row("deleted", CountedRequests.DELETES));
    rows.add(
        row(
            "created, and another handler was faster with another session",
            CountedRequests.conflictElsewhere()));
    rows.add(
        row(
            "created, and another handler was faster with one of them",
            CountedRequests.conflictAtOne()));
    return table(rows);
  }

  private static List<String> row(String name, Line line) {
    return List.of(
        name,
        line.words(Cost::reads),
        line.words(Cost::writes),
        line.words(Cost::removals),
        line.words(Cost::requests));
  }

  private static String rebuilds() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    for (int sessions : LIBRARIES) {
      head.add(String.format(Locale.ROOT, "%,d sessions", sessions));
    }
    rows.add(head);
    rows.add(rebuildRow("check that finds nothing", n -> CountedRequests.rebuild("check", n)));
    rows.add(
        rebuildRow(
            "check that finds 10 lost events", n -> CountedRequests.checkAfterLostEvents(n, 10)));
    rows.add(rebuildRow("rebuild of the list", n -> CountedRequests.rebuild("overall", n)));
    rows.add(rebuildRow("rebuild of all", n -> CountedRequests.rebuild("all", n)));
    return table(rows);
  }

  private static List<String> rebuildRow(
      String name, java.util.function.IntFunction<Cost> measured) {
    List<String> row = new ArrayList<>(List.of(name));
    for (int sessions : LIBRARIES) {
      Cost cost = measured.apply(sessions);
      row.add(
          String.format(
              Locale.ROOT,
              "%,d GET, %,d PUT and LIST, %,d DELETE; %d to the queue",
              cost.reads(),
              cost.writes(),
              cost.removals(),
              cost.messages()));
    }
    return row;
  }

  private static String months() {
    List<Map<String, Item>> months =
        MonthlyCost.EXAMPLES.stream().map(CostPageTest::items).toList();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("US dollars a month, list prices"));
    MonthlyCost.EXAMPLES.forEach(
        m -> head.add(String.format(Locale.ROOT, "%,d sessions", m.sessions())));
    rows.add(head);
    for (String name : months.getFirst().keySet()) {
      List<String> row = new ArrayList<>(List.of(name));
      months.forEach(month -> row.add(MonthlyCost.dollars(month.getOrDefault(name, NONE).list())));
      rows.add(row);
    }
    rows.add(sums("**together**", months, false));
    rows.add(sums("**after the free allowances**", months, true));
    return table(rows);
  }

  private static final Item NONE = new Item(0, 0);

  private static List<String> sums(String name, List<Map<String, Item>> months, boolean due) {
    List<String> row = new ArrayList<>(List.of(name));
    for (Map<String, Item> month : months) {
      Item sum = MonthlyCost.sum(month);
      row.add("**" + MonthlyCost.dollars(due ? sum.due() : sum.list()) + "**");
    }
    return row;
  }

  private static String table(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
      if (i == 0) {
        text.append("|---").append("|---:".repeat(rows.getFirst().size() - 1)).append("|\n");
      }
    }
    return text.toString();
  }
}
