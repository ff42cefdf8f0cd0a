import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Builds the client where it is missing or stale, for {@code fastshot.cmd}: {@code java
 * Checkout.java ROOT}. Does for Windows what {@code ./fastshot} does in a shell, without its class
 * caches. Prints nothing if nothing is to be done; {@code client/target/launch-cmd/current} then
 * names the folder of the build, which holds {@code arguments}: the class path, for {@code
 * java @FILE}.
 *
 * <p>Each build has a folder of its own: programs that still run keep the jars they were started
 * with, which Windows does not let anybody replace.
 */
final class Checkout {
  private static final List<String> MODULES =
      List.of("shared-model", "lambda-indexer", "local-cloud", "client");

  private final Path root;
  private final Path launch;

  private Checkout(Path root) {
    this.root = root;
    this.launch = root.resolve("client/target/launch-cmd");
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Checkout checkout = new Checkout(Path.of(args[0]).toRealPath());
    if (checkout.isStale()) {
      System.exit(checkout.buildOnce() ? 0 : 1);
    }
  }

  /** One build at a time; the kernel gives the lock of a killed one back. */
  private boolean buildOnce() throws IOException, InterruptedException {
    Files.createDirectories(launch);
    try (FileChannel lock =
            FileChannel.open(
                launch.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = lock.lock()) {
      if (isStale()) {
        say(
            "building, as it is the first start or the sources have changed (a minute or two, more"
                + " if libraries are fetched) ...");
        return build();
      }
      return true;
    }
  }

  private boolean isStale() throws IOException {
    Path current = launch.resolve("current");
    if (!Files.isRegularFile(current)) {
      return true;
    }
    Path folder = launch.resolve(Files.readString(current).strip());
    Path stamp = folder.resolve("stamp");
    Path arguments = folder.resolve("classpath");
    if (!Files.isRegularFile(stamp) || !Files.isRegularFile(arguments)) {
      return true;
    }
    for (String jar : Files.readString(arguments).strip().split(File.pathSeparator, -1)) {
      if (!Files.isRegularFile(Path.of(jar))) {
        return true;
      }
    }
    return newest().compareTo(Files.getLastModifiedTime(stamp)) > 0;
  }

  /** Of all that goes into the program. A deleted file changes its folder's time. */
  private FileTime newest() throws IOException {
    List<Path> inputs = new ArrayList<>(List.of(root.resolve("pom.xml")));
    for (String module : MODULES) {
      inputs.add(root.resolve(module).resolve("pom.xml"));
      inputs.add(root.resolve(module).resolve("src/main"));
    }
    FileTime[] newest = {FileTime.fromMillis(0)};
    for (Path input : inputs) {
      Files.walkFileTree(
          input,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return visitFile(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.lastModifiedTime().compareTo(newest[0]) > 0) {
                newest[0] = attributes.lastModifiedTime();
              }
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return newest[0];
  }

  private boolean build() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(launch, "build");
    Files.createFile(folder.resolve("stamp"));
    Path log = folder.resolve("build.log");
    List<String> jars = new ArrayList<>();
    if (!maven(log) || !pack(folder, jars)) {
      if (Files.exists(log)) {
        System.err.print(Files.readString(log)); // Maven's own messages: what failed, and where
      }
      say("The build failed; Maven's messages are above.");
      return false;
    }
    jars.add(Files.readString(root.resolve("client/target/libraries.classpath")).strip());
    String classpath = String.join(File.pathSeparator, jars);
    Files.writeString(folder.resolve("classpath"), classpath);
    // In a file of arguments a backslash stands for itself only if it is doubled.
    Files.writeString(
        folder.resolve("arguments"), "-cp \"" + classpath.replace("\\", "\\\\") + "\"\n");
    Path next = Files.writeString(folder.resolve("current"), folder.getFileName() + "\n");
    Files.move(next, launch.resolve("current"), StandardCopyOption.REPLACE_EXISTING);
    removeOthers(folder);
    return true;
  }

  private boolean maven(Path log) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (File.separatorChar == '\\') {
      command.addAll(List.of("cmd.exe", "/c"));
    }
    command.addAll(
        List.of(
            "mvn",
            "-B",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-f",
            root.resolve("pom.xml").toString(),
            "-pl",
            "client",
            "-am",
            "test-compile",
            "-Dmaven.test.skip=true",
            "-Dgates.skip=true"));
    ProcessBuilder maven =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maven
        .environment()
        .merge(
            "MAVEN_OPTS", "--sun-misc-unsafe-memory-access=allow", (own, more) -> own + " " + more);
    try {
      return maven.start().waitFor() == 0;
    } catch (IOException _) {
      say("Maven is needed to build (https://maven.apache.org), and was not found on the PATH.");
      return false;
    }
  }

  private boolean pack(Path folder, List<String> jars) {
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    for (String module : MODULES) {
      String file = folder.resolve(module + ".jar").toString();
      Path classes = root.resolve(module).resolve("target/classes");
      if (jar.run(System.err, System.err, "--create", "--file", file, "-C", classes.toString(), ".")
          != 0) {
        return false;
      }
      jars.addFirst(file);
    }
    return true;
  }

  /** Of builds before; what a running program holds stays until the next one. */
  private void removeOthers(Path kept) throws IOException {
    List<Path> others;
    try (Stream<Path> all = Files.list(launch)) {
      others = all.filter(path -> Files.isDirectory(path) && !path.equals(kept)).toList();
    }
    for (Path other : others) {
      try (Stream<Path> files = Files.list(other)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
        Files.delete(other);
      } catch (NoSuchFileException _) {
        continue; // gone already
      } catch (IOException e) {
        say("an older build stays in " + other + ", as a program still uses it");
      }
    }
  }

  private static void say(String text) {
    System.err.println("fastshot: " + text);
  }
}
