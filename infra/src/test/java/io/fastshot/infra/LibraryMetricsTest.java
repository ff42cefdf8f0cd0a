package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An alarm on a metric that nobody writes never rings. */
class LibraryMetricsTest {

  /** The functions' own list is of no interest to other code than theirs, so it is not public. */
  @Test
  void namesAreThoseThatTheFunctionsWrite() throws ReflectiveOperationException {
    Set<String> written = new TreeSet<>();
    Class<?> metric = Class.forName("io.fastshot.indexer.aws.IndexMetrics$Metric");
    Method title = metric.getDeclaredMethod("title");
    title.setAccessible(true);
    for (Object each : metric.getEnumConstants()) {
      written.add((String) title.invoke(each));
    }
    Set<String> known = new TreeSet<>();
    for (Field field : LibraryMetrics.class.getDeclaredFields()) {
      if (field.getType() == String.class
          && java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
        known.add((String) field.get(null));
      }
    }
    known.removeAll(Set.of(LibraryMetrics.NAMESPACE, LibraryMetrics.DIMENSION));
    assertThat(known).isEqualTo(written);
  }
}
