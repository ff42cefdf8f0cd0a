package io.fastshot.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A package is a room: few files for one step, which a newcomer takes in at once. The rooms of one
 * parent have arrows one way, and who is outside uses the parent's front door.
 */
class RoomsTest {
  /** What fits on one screen of a file list. */
  private static final int MAX_FILES = 20;

  @Test
  void noPackageHasMoreFilesThanANewcomerTakesIn() throws IOException {
    Map<Path, Long> files = new TreeMap<>();
    try (Stream<Path> modules = Files.list(Path.of(System.getProperty("fastshot.root")))) {
      for (Path sources : modules.map(module -> module.resolve("src/main/java")).toList()) {
        if (Files.isDirectory(sources)) {
          try (Stream<Path> found = Files.walk(sources)) {
            found
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !file.endsWith("package-info.java"))
                .forEach(file -> files.merge(file.getParent(), 1L, Long::sum));
          }
        }
      }
    }
    assertThat(files).hasSizeGreaterThan(40);
    assertThat(files).allSatisfy((_, count) -> assertThat(count).isLessThanOrEqualTo(MAX_FILES));
  }

  static Stream<Rooms> houses() {
    return Rooms.all().stream();
  }

  /** A room that the table does not name would have no rule, one that is gone would pass. */
  @ParameterizedTest
  @MethodSource("houses")
  void theTableNamesEveryRoom(Rooms rooms) {
    List<String> found =
        Fastshot.CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(rooms.parent() + "."))
            .map(name -> name.substring(rooms.parent().length() + 1))
            .distinct()
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(rooms.mayUse().keySet());
  }

  @ParameterizedTest
  @MethodSource("houses")
  void roomsHaveNoCycles(Rooms rooms) {
    slices().matching(rooms.parent() + ".(*)..").should().beFreeOfCycles().check(Fastshot.CLASSES);
  }

  @ParameterizedTest
  @MethodSource("houses")
  void aRoomUsesOnlyWhatTheTableAllows(Rooms rooms) {
    rooms
        .mayUse()
        .forEach((room, allowed) -> {
          List<String> closed = new ArrayList<>();
          for (String other : rooms.mayUse().keySet()) {
            if (!other.equals(room) && !allowed.contains(other)) {
              closed.add(rooms.parent() + "." + other + "..");
            }
          }
          if (!closed.isEmpty()) {
            noClasses()
                .that()
                .resideInAPackage(rooms.parent() + "." + room + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(closed.toArray(String[]::new)))
                .check(Fastshot.CLASSES);
          }
        });
  }

  /** Outside the house one sees its front door, and the few types that its methods give. */
  @ParameterizedTest
  @MethodSource("houses")
  void nobodyReachesPastTheFrontDoor(Rooms rooms) {
    DescribedPredicate<JavaClass> hidden =
        DescribedPredicate.describe(
            "in a room of " + rooms.parent() + " that is not open to others",
            type ->
                type.getPackageName().startsWith(rooms.parent() + ".")
                    && !rooms.open().contains(outermost(type)));
    noClasses()
        .that()
        .resideOutsideOfPackage(rooms.parent() + "..")
        .should()
        .dependOnClassesThat(hidden)
        .check(Fastshot.CLASSES);
  }

  /** An exception that nobody needs any more is taken back. */
  @ParameterizedTest
  @MethodSource("houses")
  void everyOpenTypeIsUsedFromOutside(Rooms rooms) {
    for (String open : rooms.open()) {
      assertThat(Fastshot.CLASSES.stream())
          .as("uses of %s from outside %s", open, rooms.parent())
          .anyMatch(user ->
              !user.getPackageName().startsWith(rooms.parent())
                  && user.getDirectDependenciesFromSelf().stream()
                      .anyMatch(use -> outermost(use.getTargetClass()).equals(open)));
    }
  }

  private static String outermost(JavaClass type) {
    JavaClass outer = type.getBaseComponentType();
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer.getSimpleName();
  }
}
