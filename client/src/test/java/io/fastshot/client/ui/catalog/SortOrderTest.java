package io.fastshot.client.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SortOrderTest {

  @Test
  void aClickSortsByThatColumnAloneAndAgainTheOtherWay() {
    SortOrder byName =
        SortOrder.initial().clickedToo(SessionColumn.SIZE).clicked(SessionColumn.NAME);
    assertThat(byName.write()).isEqualTo("NAME up");
    assertThat(byName.clicked(SessionColumn.NAME).write()).isEqualTo("NAME down");
    assertThat(byName.clicked(SessionColumn.SIZE).write()).isEqualTo("SIZE down");
  }

  @Test
  void aShiftClickAddsAColumnOrTurnsItRound() {
    SortOrder two = new SortOrder(SessionColumn.CLASS, true).clickedToo(SessionColumn.CREATED);
    assertThat(two.write()).isEqualTo("CLASS up CREATED down");
    assertThat(two.clickedToo(SessionColumn.CREATED).write()).isEqualTo("CLASS up CREATED up");
    assertThat(two.clickedToo(SessionColumn.CLASS).write()).isEqualTo("CLASS down CREATED down");
    assertThat(two.clickedToo(SessionColumn.NAME).clickedToo(SessionColumn.TAGS).write())
        .isEqualTo("CLASS up CREATED down TAGS up");
  }

  @Test
  void whatIsWrittenIsReadAndNonsenseIsLeftOut() {
    for (String text : new String[] {"CLASS up CREATED down", "NAME down"}) {
      assertThat(SortOrder.read(text).write()).isEqualTo(text);
    }
    assertThat(SortOrder.read("THUMBNAIL up NAME down NAME up WHAT up").write())
        .isEqualTo("NAME down");
    assertThat(SortOrder.read("")).isEqualTo(SortOrder.initial());
  }
}
