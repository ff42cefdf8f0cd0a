package io.fastshot.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.awt.Dialog;
import java.awt.Frame;
import java.util.Set;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JToolTip;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

/** A text of a stranger must not be read as HTML: it would make the window fetch addresses. */
class TextGateTest {
  private static final Set<String> SETTERS = Set.of("setText", "setToolTipText", "setTipText");

  @Test
  void onlyTheGateGivesComponentsTheirTexts() {
    noClasses()
        .that()
        .resideInAPackage("io.fastshot.client..")
        .and()
        .doNotHaveFullyQualifiedName("io.fastshot.client.ui.kit.TextGate")
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("a component is given a text", TextGateTest::givesText))
        .check(Fastshot.CLASSES);
  }

  private static boolean givesText(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
      return false;
    }
    var owner = target.getOwner();
    boolean takesText =
        target.getRawParameterTypes().stream()
            .anyMatch(
                type -> type.isEquivalentTo(String.class) || type.isEquivalentTo(Action.class));
    String name = target.getName();
    if (owner.isAssignableTo(JOptionPane.class)) {
      return name.startsWith("show") || name.equals("<init>");
    }
    boolean shows =
        owner.isAssignableTo(JLabel.class)
            || owner.isAssignableTo(AbstractButton.class)
            || owner.isAssignableTo(JTextComponent.class)
            || owner.isAssignableTo(JToolTip.class);
    boolean made = name.equals("<init>") && shows && !isOurs(owner.getPackageName());
    return takesText
        && (made
            || (SETTERS.contains(name) && owner.isAssignableTo(JComponent.class))
            || (name.equals("setTitle") && owner.isAssignableTo(Frame.class))
            || (name.equals("setTitle") && owner.isAssignableTo(Dialog.class)));
  }

  private static boolean isOurs(String owner) {
    return owner.startsWith("io.fastshot");
  }
}
