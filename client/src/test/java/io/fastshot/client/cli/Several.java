package io.fastshot.client.cli;

import io.fastshot.client.cli.text.Console;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs several command lines in one process, each as {@code Main} runs one. */
final class Several {
  private static final String THEN = "+then+";
  private static final String END = "+end+";

  private Several() {}

  /** What one command line came to. */
  record Said(int code, String out, String err) {
    /** All of it. */
    String text() {
      return out + err;
    }
  }

  /** The arguments of {@link #main}. */
  static String[] words(Iterable<String[]> lines) {
    List<String> words = new ArrayList<>();
    for (String[] line : lines) {
      words.addAll(Arrays.asList(line));
      words.add(THEN);
    }
    return words.toArray(String[]::new);
  }

  /** What the lines said, out of what the process said. */
  static List<Said> parted(String out, String err) {
    String[] outs = out.split(END.replace("+", "\\+"), -1);
    String[] errs = err.split(END.replace("+", "\\+"), -1);
    List<Said> all = new ArrayList<>();
    for (int i = 0; i + 1 < errs.length; i++) {
      int code = Integer.parseInt(errs[i + 1].substring(0, errs[i + 1].indexOf('\n')));
      all.add(new Said(code, afterEnd(outs[i], i), afterEnd(errs[i], i)));
    }
    return all;
  }

  /** Each part but the first begins with the rest of the line that ended the one before. */
  private static String afterEnd(String part, int index) {
    return index == 0 ? part : part.substring(part.indexOf('\n') + 1);
  }

  public static void main(String... words) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
    List<String> line = new ArrayList<>();
    for (String word : words) {
      if (!word.equals(THEN)) {
        line.add(word);
        continue;
      }
      Console console = Console.system();
      int code = FastshotCommand.run(console, line.toArray(String[]::new));
      console.out().println(END);
      console.err().println(END + code);
      line.clear();
    }
    System.exit(0);
  }
}
