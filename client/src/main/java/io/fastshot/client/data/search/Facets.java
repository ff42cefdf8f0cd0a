package io.fastshot.client.data.search;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The tags, colors, classes and times of the sessions that a search leaves, each with how many have
 * it: what one can narrow the search by.
 *
 * <p><b>Threads:</b> does not change; safe from any thread.
 */
public final class Facets {
  /** The fields that are counted, in their order on the screen. */
  public static final List<SearchField> FIELDS =
      List.of(SearchField.TAG, SearchField.COLOR, SearchField.CLASS, SearchField.CREATED);

  /** Nobody reads further; the search box finds what is not here. */
  private static final int MOST = 500;

  private static final int YEAR_DIGITS = 4;
  private static final int MONTH_DIGITS = 7;
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private final Map<SearchField, List<FacetValue>> values = new EnumMap<>(SearchField.class);

  /**
   * Counts. Takes some tenths of a second for 100,000 sessions.
   *
   * @param rows the sessions that the search leaves
   * @param search what it asks for is marked, and comes first, whether sessions have it or not
   */
  public static Facets of(List<IndexRow> rows, String search) {
    FacetCounter tags = new FacetCounter();
    FacetCounter colors = new FacetCounter();
    FacetCounter classes = new FacetCounter();
    FacetCounter times = new FacetCounter();
    for (int i = 0; i < rows.size(); i++) {
      SessionFields fields = rows.get(i).meta().fields();
      for (String tag : fields.tags()) {
        tags.add(tag, i);
      }
      colors.add(fields.color(), i);
      classes.add(fields.sessionClass(), i);
      int session = i;
      month(rows.get(i).created()).ifPresent(month -> times.add(month, session));
    }
    SearchParts parts = SearchParts.of(search);
    Facets facets = new Facets();
    facets.put(SearchField.TAG, tags, parts);
    facets.put(SearchField.COLOR, colors, parts);
    facets.put(SearchField.CLASS, classes, parts);
    facets.values.put(SearchField.CREATED, times(times.counts(), parts));
    return facets;
  }

  /**
   * The values of one of {@link #FIELDS}, what the search says first, then the most frequent first;
   * times newest first, the months of one year behind it.
   */
  public List<FacetValue> values(SearchField field) {
    return values.getOrDefault(field, List.of());
  }

  private void put(SearchField field, FacetCounter counter, SearchParts parts) {
    Map<String, FacetValue> rest = new HashMap<>();
    counter
        .counts()
        .forEach((folded, count) ->
            rest.put(
                folded,
                new FacetValue(field, count.text(), count.sessions(), FacetValue.Mark.NONE)));
    List<FacetValue> all = new ArrayList<>();
    for (SearchToken part : parts.of(field)) {
      FacetValue known = rest.remove(Folding.fold(part.value()));
      all.add(
          new FacetValue(
              field,
              known == null ? part.value() : known.text(),
              known == null ? 0 : known.count(),
              mark(part)));
    }
    rest.values().stream()
        .sorted(
            Comparator.comparingInt(FacetValue::count).reversed().thenComparing(FacetValue::text))
        .limit(MOST)
        .forEach(all::add);
    values.put(field, all.stream().distinct().toList());
  }

  private static List<FacetValue> times(Map<String, FacetCounter.Count> months, SearchParts parts) {
    Map<String, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    months.forEach((month, count) -> {
      counts.merge(month, count.sessions(), Integer::sum);
      counts.merge(month.substring(0, YEAR_DIGITS), count.sessions(), Integer::sum);
    });
    Map<String, FacetValue.Mark> marks = new HashMap<>();
    for (SearchToken part : parts.of(SearchField.CREATED)) {
      marks.put(part.value(), mark(part));
      counts.putIfAbsent(part.value(), 0);
    }
    String open = openYear(counts, marks).orElse("");
    // Newest first puts a year behind its months.
    return counts.entrySet().stream()
        .filter(entry ->
            entry.getKey().length() <= YEAR_DIGITS
                || marks.containsKey(entry.getKey())
                || entry.getKey().startsWith(open + "-"))
        .map(entry ->
            new FacetValue(
                SearchField.CREATED,
                entry.getKey(),
                entry.getValue(),
                marks.getOrDefault(entry.getKey(), FacetValue.Mark.NONE)))
        .sorted(Comparator.comparing(Facets::newestYearFirst, Comparator.reverseOrder()))
        .limit(MOST)
        .toList();
  }

  /** The year asked for, else the only one that there is. */
  private static Optional<String> openYear(
      Map<String, Integer> counts, Map<String, FacetValue.Mark> marks) {
    Optional<String> asked =
        marks.entrySet().stream()
            .filter(entry -> entry.getValue() == FacetValue.Mark.CHOSEN)
            .map(entry -> entry.getKey())
            .filter(value -> value.length() >= YEAR_DIGITS)
            .map(value -> value.substring(0, YEAR_DIGITS))
            .findFirst();
    List<String> years =
        counts.keySet().stream().filter(value -> YEAR.matcher(value).matches()).toList();
    return asked.or(() -> years.size() == 1 ? Optional.of(years.getFirst()) : Optional.empty());
  }

  /** What puts a year before its months. */
  private static String newestYearFirst(FacetValue value) {
    return value.text().length() == YEAR_DIGITS ? value.text() + "~" : value.text();
  }

  private static Optional<String> month(String created) {
    return created.length() >= MONTH_DIGITS
            && MONTH.matcher(created).region(0, MONTH_DIGITS).matches()
        ? Optional.of(created.substring(0, MONTH_DIGITS))
        : Optional.empty();
  }

  private static FacetValue.Mark mark(SearchToken part) {
    return part.negative() ? FacetValue.Mark.EXCLUDED : FacetValue.Mark.CHOSEN;
  }
}
