package io.fastshot.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dependencies point one way: {@code model <- container, json, store <- indexer <- localcloud <-
 * client}.
 */
class LayersTest {
  private static final String S3 = "software.amazon.awssdk.services.s3..";
  private static final String S3_MODEL = "software.amazon.awssdk.services.s3.model..";

  /** A rule about a package that was renamed or not found would pass for nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "model",
        "container",
        "json",
        "store",
        "pictures",
        "files",
        "indexer",
        "localcloud",
        "client",
        "client.data",
        "client.cli",
        "client.indexing",
        "client.verify",
        "client.ui"
      })
  void everyLayerIsSeen(String layer) {
    assertThat(Fastshot.CLASSES.containPackage("io.fastshot." + layer)).as(layer).isTrue();
  }

  /** The words of the library can be used by everyone, so they lean on nobody. */
  @Test
  void modelUsesOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("io.fastshot.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("io.fastshot.model..", "java..", "org.jspecify..")
        .check(Fastshot.CLASSES);
  }

  /** What Lambda runs must not drag a desktop or a local server into the function. */
  @Test
  void sharedCodeKnowsNoProgram() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.fastshot.container..",
            "io.fastshot.json..",
            "io.fastshot.store..",
            "io.fastshot.pictures..",
            "io.fastshot.files..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.fastshot.indexer..", "io.fastshot.localcloud..", "io.fastshot.client..")
        .check(Fastshot.CLASSES);
  }

  /** The same handlers run on Lambda and in the local cloud, so they know neither. */
  @Test
  void indexerKnowsNoHost() {
    noClasses()
        .that()
        .resideInAPackage("io.fastshot.indexer..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.fastshot.localcloud..", "io.fastshot.client..")
        .check(Fastshot.CLASSES);
  }

  /** A server without a window stays usable without one. */
  @Test
  void localCloudKnowsNoClient() {
    noClasses()
        .that()
        .resideInAPackage("io.fastshot.localcloud..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.fastshot.client..")
        .check(Fastshot.CLASSES);
  }

  /**
   * Window and data layer see the index through the bucket alone. The commands that run the
   * indexer's own code on this machine do so through one package.
   */
  @Test
  void onlyOnePackageOfTheClientCallsTheIndexer() {
    noClasses()
        .that()
        .resideInAPackage("io.fastshot.client..")
        .and()
        .resideOutsideOfPackage("io.fastshot.client.indexing..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.fastshot.indexer..")
        .check(Fastshot.CLASSES);
  }

  /** What verifies and what indexes serves the command line; the window is not to wait for it. */
  @Test
  void windowAndDataLayerNeitherVerifyNorIndex() {
    noClasses()
        .that()
        .resideInAnyPackage("io.fastshot.client.ui..", "io.fastshot.client.data..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.fastshot.client.verify..", "io.fastshot.client.indexing..")
        .check(Fastshot.CLASSES);
  }

  /** One small port: retries, conditions and errors of S3 are decided in one place. */
  @Test
  void onlyTheStoreUsesTheS3Sdk() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.fastshot.store..", "io.fastshot.localcloud..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(S3)
        .check(Fastshot.CLASSES);
  }

  /** S3Proxy's interface speaks in the SDK's model classes; its client is not needed for that. */
  @Test
  void localCloudUsesOnlyTheModelOfTheS3Sdk() {
    noClasses()
        .that()
        .resideInAPackage("io.fastshot.localcloud..")
        .should()
        .dependOnClassesThat(resideInAPackage(S3).and(resideOutsideOfPackage(S3_MODEL)))
        .check(Fastshot.CLASSES);
  }

  /** The data layer serves window and command line alike, and blocks: never on the event thread. */
  @Test
  void clientDataKnowsNoToolkit() {
    noClasses()
        .that()
        .resideInAPackage("io.fastshot.client.data..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.swing..")
        .check(Fastshot.CLASSES);
  }

  /** A command works without a screen; it may decode a picture, but never makes a component. */
  @Test
  void commandsKnowNoWindows() {
    noClasses()
        .that()
        .resideInAPackage("io.fastshot.client.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt", "java.awt.event..", "javax.swing..")
        .check(Fastshot.CLASSES);
  }

  /** Windows show what the data layer tells them; a request from a window would freeze it. */
  @Test
  void windowsKnowNoStore() {
    noClasses()
        .that()
        .resideInAPackage("io.fastshot.client.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.fastshot.store..", "software.amazon.awssdk..")
        .check(Fastshot.CLASSES);
  }

  /** The function on AWS never loads AWT: slow to start, and nothing there may decode a picture. */
  @Test
  void whatRunsOnLambdaDecodesNoPictures() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.fastshot.model..",
            "io.fastshot.json..",
            "io.fastshot.store..",
            "io.fastshot.indexer..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.awt..", "javax.swing..", "javax.imageio..", "io.fastshot.pictures..")
        .check(Fastshot.CLASSES);
  }

  /** Colors, bounds and orientation are right everywhere because they are seen to in one room. */
  @Test
  void onlyOneRoomDecodesPictures() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.fastshot.pictures..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.imageio..")
        .check(Fastshot.CLASSES);
  }

  /** Who makes connections elsewhere forgets that loopback goes through no proxy. */
  @Test
  void clientsOfAwsAreMadeOfOneAccess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.fastshot.store.s3.SdkAccess")
        .and()
        .resideOutsideOfPackage("io.fastshot.indexer.aws..") // on Lambda: no loopback, no proxy
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "software\\.amazon\\.awssdk\\.(http\\.urlconnection\\..*"
                + "|auth\\.credentials\\.DefaultCredentialsProvider)|java\\.net\\.http\\..*")
        .check(Fastshot.CLASSES);
  }

  /** Two packages that need each other are one package that nobody can read alone. */
  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.fastshot.(*)..").should().beFreeOfCycles().check(Fastshot.CLASSES);
    slices().matching("io.fastshot.client.(*)..").should().beFreeOfCycles().check(Fastshot.CLASSES);
  }
}
