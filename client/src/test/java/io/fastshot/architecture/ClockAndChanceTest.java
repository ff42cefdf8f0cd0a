package io.fastshot.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * Clock and chance come in through the constructor, as {@code InstantSource} and {@code
 * RandomGenerator}: only then can a simulation decide what time it is and replay a run from its
 * seed.
 */
class ClockAndChanceTest {
  private static final DescribedPredicate<CodeUnitCallTarget> NOW =
      DescribedPredicate.describe(
          "now() without a clock",
          call ->
              call.getOwner().getPackageName().equals("java.time")
                  && call.getName().equals("now")
                  && call.getRawParameterTypes().stream()
                      .noneMatch(type -> type.isAssignableTo(java.time.InstantSource.class)));

  @Test
  void nobodyAsksTheSystemForTheTime() {
    noClasses().should().callCodeUnitWhere(target(NOW)).check(Fastshot.CLASSES);
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(java.util.Date.class)
        .check(Fastshot.CLASSES);
  }

  @Test
  void nobodyMakesChance() {
    noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callCodeUnitWhere(target(owner(JavaClass.Predicates.type(ThreadLocalRandom.class))))
        .check(Fastshot.CLASSES);
  }
}
