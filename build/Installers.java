import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Makes the installers of the system that it runs on from a distribution, with the Java runtime in
 * them: {@code java Installers.java DIST ICONS OUT TEMPLATES [TYPE...]}. DIST holds {@code
 * fastshot-VERSION.zip}; ICONS is what {@code Icons.java} wrote; TEMPLATES takes the place of texts
 * of jpackage; without types it makes those of the system: {@code app-image} and {@code deb} on
 * Linux, {@code app-image}, and {@code msi} where the WiX tools are installed, on Windows, {@code
 * dmg} on macOS.
 */
final class Installers {
  /**
   * What the program and its libraries use; {@code jdeps} names the first six, the others are found
   * by name: curves of TLS, the names of other languages, accessibility, file systems in archives.
   */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.management",
          "java.naming",
          "java.sql",
          "jdk.unsupported",
          "java.instrument",
          "java.logging",
          "java.net.http",
          "java.security.jgss",
          "java.xml",
          "jdk.accessibility",
          "jdk.charsets",
          "jdk.crypto.cryptoki",
          "jdk.localedata",
          "jdk.management",
          "jdk.net",
          "jdk.zipfs");

  private final Path work;
  private final Path icons;
  private final Path out;
  private final Path templates;
  private final Path unpacked;
  private final String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);

  private Installers(Path work, Path icons, Path out, Path templates, Path unpacked) {
    this.work = work;
    this.icons = icons;
    this.out = out;
    this.templates = templates;
    this.unpacked = unpacked;
  }

  public static void main(String[] args) throws IOException {
    Path icons = Path.of(args[1]);
    Path out = Path.of(args[2]);
    delete(out);
    Path work = Files.createDirectories(out.resolve("work"));
    Installers installers =
        new Installers(
            work, icons, out, Path.of(args[3]), unzip(Path.of(args[0]), work.resolve("dist")));
    List<String> types =
        args.length > 4 ? Arrays.asList(args).subList(4, args.length) : installers.types();
    for (String type : types) {
      installers.make(type);
    }
    delete(work);
  }

  private List<String> types() {
    if (os.contains("mac")) {
      return List.of("dmg");
    }
    if (!os.contains("win")) {
      return List.of("app-image", "deb");
    }
    boolean wix =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
            .map(Path::of)
            .anyMatch(folder ->
                Files.exists(folder.resolve("wix.exe"))
                    || Files.exists(folder.resolve("candle.exe")));
    if (!wix) {
      System.err.println("no msi: that takes the WiX tools (https://wixtoolset.org) on the PATH");
    }
    return wix ? List.of("app-image", "msi") : List.of("app-image");
  }

  private void make(String type) throws IOException {
    List<String> options = new ArrayList<>(common(type));
    if (!type.equals("app-image")) {
      options.addAll(installed(type));
    }
    ToolProvider jpackage =
        ToolProvider.findFirst("jpackage")
            .orElseThrow(() -> new IOException("this JDK has no jpackage"));
    System.out.println("jpackage " + String.join(" ", options));
    PrintStream said = System.err;
    if (jpackage.run(said, said, options.toArray(String[]::new)) != 0) {
      throw new IOException("jpackage made no " + type);
    }
  }

  private List<String> common(String type) throws IOException {
    String icon =
        os.contains("win") ? "fastshot.ico" : os.contains("mac") ? "fastshot.icns" : "fastshot.png";
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--type", type));
    options.addAll(List.of("--name", name()));
    options.addAll(List.of("--app-version", version()));
    options.addAll(List.of("--vendor", "Fastshot Cloud Library"));
    options.addAll(List.of("--description", "A library of annotated screenshots in an S3 bucket"));
    options.addAll(List.of("--dest", out.toString()));
    options.addAll(List.of("--temp", work.resolve(type).toString()));
    options.addAll(List.of("--input", unpacked.resolve("lib").toString()));
    options.addAll(List.of("--main-jar", "fastshot.jar"));
    options.addAll(List.of("--main-class", "io.fastshot.client.Main"));
    options.addAll(List.of("--icon", icons.resolve(icon).toString()));
    options.addAll(List.of("--add-modules", String.join(",", MODULES)));
    options.addAll(
        List.of(
            "--jlink-options",
            "--strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6"));
    for (String option : jvmOptions()) {
      options.addAll(List.of("--java-options", option));
    }
    if (os.contains("win")) {
      Path console = work.resolve("fastshot-cli.properties");
      Files.writeString(console, "win-console=true\njava-options=" + commandOptions() + "\n");
      options.addAll(List.of("--add-launcher", "fastshot-cli=" + console));
    }
    return options;
  }

  /** Linux names programs in small letters, and its launcher is a command too. */
  private String name() {
    return os.contains("win") || os.contains("mac") ? "Fastshot" : "fastshot";
  }

  /** Numbers only; macOS takes none that begins with 0. */
  private String version() {
    String version = unpacked.getFileName().toString().replaceAll("^fastshot-|-SNAPSHOT$", "");
    return os.contains("mac") && version.startsWith("0.") ? "1" + version.substring(1) : version;
  }

  private List<String> jvmOptions() throws IOException {
    List<String> options = new ArrayList<>();
    for (String file : List.of("common", "cloud")) { // the demo may be shown, with its cloud
      options.addAll(words(Files.readString(unpacked.resolve("lib/jvm").resolve(file))));
    }
    options.addAll(
        List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dfastshot.desktop=true"));
    return options;
  }

  private String commandOptions() throws IOException {
    Path jvm = unpacked.resolve("lib/jvm");
    List<String> options = new ArrayList<>(words(Files.readString(jvm.resolve("common"))));
    options.addAll(words(Files.readString(jvm.resolve("command"))));
    return String.join(" ", options);
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.strip().split("\\s+", -1));
  }

  /** The desktop's menu, and sessions that open by a double click. */
  private List<String> installed(String type) throws IOException {
    Path association = work.resolve("fastshot.properties");
    Files.writeString(
        association,
        """
        extension=fastshot
        mime-type=application/x-fastshot
        description=Fastshot session
        """);
    List<String> options =
        new ArrayList<>(
            List.of(
                "--file-associations",
                association.toString(),
                "--resource-dir",
                templates.toAbsolutePath().toString(),
                "--license-file",
                unpacked.resolve("LICENSE").toString()));
    options.addAll(
        switch (type) {
          case "deb" ->
              List.of(
                  "--linux-shortcut",
                  "--linux-menu-group",
                  "Graphics;Utility;",
                  "--linux-app-category",
                  "graphics",
                  "--linux-deb-maintainer",
                  "fastshot@localhost");
          case "msi" ->
              List.of(
                  "--win-menu",
                  "--win-per-user-install",
                  "--win-upgrade-uuid",
                  "3f1d8f0e-6a55-4c3c-9a52-2f6f1a1d7c55");
          default -> List.of();
        });
    return options;
  }

  /** Unpacks the distribution; returns its folder. */
  private static Path unzip(Path dist, Path to) throws IOException {
    Path zip;
    try (Stream<Path> files = Files.list(dist)) {
      zip =
          files
              .filter(file -> file.getFileName().toString().matches("fastshot-.*\\.zip"))
              .findFirst()
              .orElseThrow(() -> new IOException("no distribution in " + dist));
    }
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = to.resolve(entry.getName()).normalize();
        if (!file.startsWith(to)) {
          throw new IOException(zip + " names a file outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(entries, file);
        }
      }
    }
    try (Stream<Path> folders = Files.list(to)) {
      return folders.findFirst().orElseThrow();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
