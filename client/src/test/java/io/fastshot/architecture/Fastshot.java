package io.fastshot.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes that are shipped, read once for all rules. */
final class Fastshot {
  private static final ImportOption SHIPPED =
      location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");

  static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(SHIPPED).importPackages("io.fastshot");

  private Fastshot() {}
}
