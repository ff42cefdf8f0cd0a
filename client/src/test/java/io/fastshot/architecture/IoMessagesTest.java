package io.fastshot.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.ui.kit.Texts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Java's own exceptions of files and connections say things like "/home/a/b" and nothing else: what
 * a person reads of them comes from {@link Failure#describe}.
 */
class IoMessagesTest {
  private static final DescribedPredicate<JavaMethodCall> RAW_MESSAGE =
      describe(
          "getMessage() of an exception of Java that may be an IOException",
          call ->
              call.getTarget().getName().endsWith("Message")
                  && mayBeJavasIo(call.getTarget().getOwner()));

  private static boolean mayBeJavasIo(JavaClass thrown) {
    return thrown.isEquivalentTo(Throwable.class)
        || thrown.isEquivalentTo(Exception.class)
        || (thrown.isAssignableTo(IOException.class) && thrown.getPackageName().startsWith("java"));
  }

  @Test
  void nobodyShowsTheRawMessageOfAnIoException() {
    noClasses()
        .that()
        .resideInAPackage("io.fastshot.client..")
        .and()
        .doNotBelongToAnyOf(Failure.class, Texts.class)
        .should()
        .callMethodWhere(RAW_MESSAGE)
        .check(Fastshot.CLASSES);
  }
}
