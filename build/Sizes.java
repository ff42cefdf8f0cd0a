import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Holds every Java file below some folders to the size limits: {@code java Sizes.java FOLDER...}.
 *
 * <p>A file has at most 350 lines, a method or constructor 40 (from its modifiers to its closing
 * brace, Javadoc not counted), a constructor 6 parameters; records are free in their components. It
 * parses with the compiler of the JDK it runs on, so it knows every syntax that the build compiles.
 * Violations are listed as {@code file:line: what} and the exit code is 1.
 */
final class Sizes extends TreePathScanner<Void, CompilationUnitTree> {
  private static final int FILE_LINES = 350;
  private static final int METHOD_LINES = 40;
  private static final int CONSTRUCTOR_PARAMETERS = 6;

  private final SourcePositions positions;
  private final List<String> violations = new ArrayList<>();

  private Sizes(SourcePositions positions) {
    this.positions = positions;
  }

  public static void main(String[] args) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : args) {
      collect(Path.of(folder), files);
    }
    if (files.isEmpty()) {
      System.err.println(
          "No Java file below " + String.join(", ", args) + ": nothing was checked.");
      System.exit(2);
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Sizes sizes = new Sizes(Trees.instance(task).getSourcePositions());
      List<Long> lines = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        lines.add(sizes.checkFile(unit));
        sizes.scan(unit, unit);
      }
      lines.sort(null);
      System.out.printf(
          "%d Java files, median %d lines, 90 %% at most %d, longest %d%n",
          lines.size(),
          lines.get(lines.size() / 2),
          lines.get(lines.size() * 9 / 10),
          lines.getLast());
      sizes.violations.forEach(System.err::println);
      System.exit(sizes.violations.isEmpty() ? 0 : 1);
    }
  }

  private static void collect(Path folder, List<Path> files) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> found = Files.walk(folder)) {
        found.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
  }

  private long checkFile(CompilationUnitTree unit) throws IOException {
    long lines = unit.getSourceFile().getCharContent(true).toString().lines().count();
    if (lines > FILE_LINES) {
      violations.add(
          "%s:1: %d lines in a file, at most %d: split it"
              .formatted(name(unit), lines, FILE_LINES));
    }
    return lines;
  }

  @Override
  public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
    long start = positions.getStartPosition(unit, method);
    long end = positions.getEndPosition(unit, method);
    if (start >= 0 && end >= 0) {
      LineMap map = unit.getLineMap();
      long first = map.getLineNumber(start);
      check(
          unit,
          first,
          "lines in " + method.getName(),
          map.getLineNumber(end) - first + 1,
          METHOD_LINES);
      if (method.getReturnType() == null && !inRecord()) {
        check(
            unit,
            first,
            "constructor parameters",
            method.getParameters().size(),
            CONSTRUCTOR_PARAMETERS);
      }
    }
    return super.visitMethod(method, unit);
  }

  private boolean inRecord() {
    return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
        && type.getKind() == Tree.Kind.RECORD;
  }

  private void check(CompilationUnitTree unit, long line, String what, long size, int limit) {
    if (size > limit) {
      violations.add("%s:%d: %d %s, at most %d".formatted(name(unit), line, size, what, limit));
    }
  }

  private static String name(CompilationUnitTree unit) {
    return Path.of(unit.getSourceFile().toUri()).toString();
  }
}
