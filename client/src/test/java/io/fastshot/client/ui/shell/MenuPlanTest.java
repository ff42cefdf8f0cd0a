package io.fastshot.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.look.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

final class MenuPlanTest {

  /** What no menu has, nobody finds. */
  @Test
  void everyActionIsInOneMenuOnce() {
    Stream<UserAction> placed =
        MenuPlan.all().stream().flatMap(menu -> menu.sections().stream().flatMap(List::stream));
    assertThat(placed).containsExactlyInAnyOrder(UserAction.values());
  }

  @Test
  void noTwoActionsHaveTheSameKey() {
    List<KeyStroke> keys =
        Arrays.stream(UserAction.values())
            .map(UserAction::key)
            .filter(key -> !key.isEmpty())
            .map(Keys::stroke)
            .toList();
    assertThat(keys).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  @Test
  void theSheetNamesEveryKeyAndWhatItDoes() {
    String sheet = KeySheet.text();
    for (UserAction action : UserAction.values()) {
      if (!action.key().isEmpty()) {
        assertThat(sheet).contains(Keys.text(action.key()) + "\t" + action.what() + "\n");
      }
    }
  }
}
