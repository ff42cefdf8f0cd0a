package io.fastshot.client.windows;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The program's arguments within the process's command line. */
final class Arguments {
  private static final Pattern WILDCARD = Pattern.compile("[*?]");

  private Arguments() {}

  /**
   * The arguments with all letters.
   *
   * @param commandLine the words that the process was started with: java, its options, {@code -jar}
   *     and a file or a class name, the program's arguments
   * @param given what the JVM made of those: it has replaced wildcards by names of files
   */
  static String[] whole(List<String> commandLine, String... given) {
    List<String> words = ofProgram(commandLine, given.length);
    if (words.stream().allMatch(word -> word.chars().allMatch(c -> c < 128))
        && String.join("", given).indexOf('?') < 0) {
      return given; // nothing to lose
    }
    if (words.size() == given.length) {
      return words.toArray(String[]::new);
    }
    List<String> whole = new ArrayList<>();
    words.forEach(word -> whole.addAll(expanded(word)));
    return whole.toArray(String[]::new);
  }

  private static List<String> ofProgram(List<String> commandLine, int count) {
    int from = commandLine.size() - count;
    for (int i = 0; i < commandLine.size(); i++) {
      boolean jar = i > 0 && commandLine.get(i - 1).equals("-jar");
      if (jar || commandLine.get(i).equals("io.fastshot.client.Main")) {
        from = i + 1;
        break;
      }
    }
    return commandLine.subList(Math.max(0, from), commandLine.size());
  }

  /** As the JVM does it: in the last part of a path, and a word that matches nothing stays. */
  private static List<String> expanded(String word) {
    int name = Math.max(word.lastIndexOf('\\'), word.lastIndexOf('/')) + 1;
    String pattern = word.substring(name);
    if (!WILDCARD.matcher(pattern).find()) {
      return List.of(word);
    }
    List<String> names = new ArrayList<>();
    String folder = word.substring(0, name);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder))) {
      Pattern match = Pattern.compile(regex(pattern), Pattern.CASE_INSENSITIVE);
      for (Path file : files) {
        if (match.matcher(file.getFileName().toString()).matches()) {
          names.add(folder + file.getFileName());
        }
      }
    } catch (IOException | InvalidPathException _) {
      return List.of(word);
    }
    names.sort(null);
    return names.isEmpty() ? List.of(word) : names;
  }

  private static String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (String part : pattern.split("(?<=[*?])|(?=[*?])", -1)) {
      regex.append(
          switch (part) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(part);
          });
    }
    return regex.toString();
  }
}
