import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format over the Java files below some folders: {@code java Format.java JARS
 * check|apply FOLDER...}.
 *
 * <p>In mode {@code check} it lists the files that are not formatted and exits with 1; in mode
 * {@code apply} it rewrites them.
 */
final class Format {
  private Format() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    String jars = Path.of(args[0], "*").toString();
    boolean apply = args[1].equals("apply");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    for (String part : List.of("api", "code", "file", "parser", "tree", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", jars, "com.google.googlejavaformat.java.Main"));
    command.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    int options = command.size();
    for (String folder : List.of(args).subList(2, args.length)) {
      addFiles(Path.of(folder), command);
    }
    if (command.size() == options) {
      System.err.println("No Java file found: nothing was checked.");
      System.exit(2);
    }
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      System.err.println(
          "The files above are not formatted. To format them: mvn -N process-sources"
              + " -Dformat.mode=apply");
      System.exit(1);
    }
  }

  private static void addFiles(Path folder, List<String> command) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .sorted()
            .map(Path::toString)
            .forEach(command::add);
      }
    }
  }
}
