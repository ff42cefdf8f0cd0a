package io.fastshot.client.data.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SafeFileNameTest {
  private static final List<String> NASTY =
      List.of(
          "../../etc/passwd",
          "..\\..\\boot.ini",
          "/absolute",
          "C:evil",
          "con",
          "NUL.txt",
          ".",
          "..",
          " ",
          "a\0b",
          "a\nb",
          "trailing. ",
          "密钥🔑",
          "x".repeat(1000),
          "Name",
          "name",
          "nAme");

  @Test
  void noNameLeavesItsFolder() {
    for (String name : NASTY) {
      assertThat(SafeFileName.of(name)).matches("[A-Za-z0-9_-]{1,60}~[0-9a-f]{16}");
    }
  }

  @Test
  void namesStayApartAlsoWhereCaseDoesNotCount() {
    Set<String> files = new HashSet<>();
    NASTY.forEach(name -> files.add(SafeFileName.of(name).toLowerCase(Locale.ROOT)));
    assertThat(files).hasSameSizeAs(NASTY);
  }

  @Test
  void whatAPersonGetsIsReadableAndStaysInItsFolder() {
    assertThat(SafeFileName.forPerson("20250621_图像.fastshot")).isEqualTo("20250621_图像.fastshot");
    assertThat(SafeFileName.forPerson("../a/b.fastshot")).isEqualTo("_.._a_b.fastshot");
    assertThat(SafeFileName.forPerson("con.fastshot")).isEqualTo("_con.fastshot");
    assertThat(SafeFileName.forPerson("x".repeat(300) + ".fastshot"))
        .endsWith(".fastshot")
        .hasSizeLessThan(100);
    for (String name : NASTY) {
      assertThat(SafeFileName.forPerson(name)).doesNotContain("/", "\\", "\0").isNotIn(".", "..");
    }
  }
}
