package io.fastshot.client.ui.facets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SavedSearchesTest {
  private static final SavedSearch BUGS =
      new SavedSearch("Bugs = new", "tag:\"UI work\" -is:local");
  private static final SavedSearch MAPS = new SavedSearch("地图", "name:地图 \\ #");

  private static SavedSearches of(SavedSearch... searches) {
    return new SavedSearches(List.of(searches));
  }

  @Test
  void whatIsWrittenIsRead() {
    SavedSearches both = of(BUGS, MAPS);
    assertThat(SavedSearches.read(both.write())).isEqualTo(both);
    assertThat(SavedSearches.read("")).isEqualTo(of());
    assertThat(SavedSearches.read("no tab\n\tno name\nno query\t\nx\ty\n"))
        .isEqualTo(of(new SavedSearch("x", "y")));
  }

  @Test
  void aNameStandsForOneSearch() {
    SavedSearches both = of().with(" Bugs\t=\nnew ", BUGS.query()).with("地图", MAPS.query());
    assertThat(both).isEqualTo(of(BUGS, MAPS));
    assertThat(both.with(BUGS.name(), "x")).isEqualTo(of(new SavedSearch(BUGS.name(), "x"), MAPS));
    assertThat(both.renamed(BUGS, "地图")).isEqualTo(of(new SavedSearch("地图", BUGS.query())));
    assertThat(both.renamed(BUGS, " ")).isEqualTo(both);
    assertThat(both.without(BUGS)).isEqualTo(of(MAPS));
  }

  @Test
  void blankNamesAndSearchesAndMoreThanFiftyAreNotSaved() {
    assertThat(of().with(" ", "x").with("x", " ")).isEqualTo(of());
    assertThat(of().with("x", "y".repeat(4_001))).isEqualTo(of());
    SavedSearches many = of();
    for (int i = 0; i < 60; i++) {
      many = many.with("n" + i, "q");
    }
    assertThat(many.all()).hasSize(50);
    assertThat(many.isFull()).isTrue();
    assertThat(many.with("n1", "other").all()).contains(new SavedSearch("n1", "other"));
    assertThat(of().with("😀".repeat(100), "q").all().getFirst().name()).isEqualTo("😀".repeat(80));
  }
}
