import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Holds sources, tests and build files to what lies inside the project: {@code java Inside.java
 * ROOT}. A fresh clone has nothing beside it, and what looks there fails, or tests less without a
 * word.
 *
 * <p>In Java, a text that becomes a path must not climb ({@code ..}) nor name a folder of one
 * machine; elsewhere, as in names that a stranger sends, such texts are data. A pom.xml must not
 * climb at all, a script not into the neighbour {@code shared}. The folder {@code .ci} is not
 * looked at: it starts services that are installed beside the project. Violations are listed as
 * {@code file:line: what} and the exit code is 1.
 */
final class Inside extends TreeScanner<Void, Boolean> {
  /** Methods whose texts become paths. */
  private static final Set<String> PATH_METHODS =
      Set.of("Path.of", "Paths.get", "resolve", "resolveSibling", "System.getProperty");

  private static final Set<String> PATH_CLASSES =
      Set.of("File", "FileReader", "FileInputStream", "RandomAccessFile");

  private static final Pattern CLIMBS = Pattern.compile("(?:^|[/\\\\])\\.\\.(?:$|[/\\\\])");
  private static final Pattern NEIGHBOUR = Pattern.compile("\\.\\.[/\\\\]+shared\\b");

  /** What lies there differs from machine to machine; system folders do not. */
  private static final Pattern ONE_MACHINE =
      Pattern.compile("^(?:~|[A-Z]:|/(?:home|Users|mnt|opt|srv|media)(?:/|$))");

  private static final Set<String> NOT_LOOKED_AT = Set.of(".git", ".ci", "target", "fixtures");
  private static final Set<String> NOT_READ = Set.of("md", "png", "json", "jar", "ttf", "dict");

  private final SourcePositions positions;
  private final List<String> violations;
  private final CompilationUnitTree unit;

  private Inside(SourcePositions positions, List<String> violations, CompilationUnitTree unit) {
    this.positions = positions;
    this.violations = violations;
    this.unit = unit;
  }

  public static void main(String[] args) throws IOException {
    List<Path> java = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    collect(Path.of(args[0]), java, others);
    if (java.isEmpty() || others.isEmpty()) {
      System.err.println("Nothing to look at below " + args[0] + ": nothing was checked.");
      System.exit(2);
    }
    List<String> violations = new ArrayList<>();
    parse(java, violations);
    for (Path file : others) {
      checkText(file, violations);
    }
    violations.forEach(System.err::println);
    System.exit(violations.isEmpty() ? 0 : 1);
  }

  private static void collect(Path root, List<Path> java, List<Path> others) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_LOOKED_AT.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            String ending = name.substring(name.lastIndexOf('.') + 1);
            if (ending.equals("java")) {
              java.add(file);
            } else if (attributes.isRegularFile() && !NOT_READ.contains(ending)) {
              others.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void parse(List<Path> files, List<String> violations) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var sources = manager.getJavaFileObjectsFromPaths(files);
      List<String> options = List.of("-proc:none");
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, options, null, sources);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Inside(positions, violations, unit).scan(unit, false);
      }
    }
  }

  private static void checkText(Path file, List<String> violations) throws IOException {
    Pattern forbidden = file.endsWith("pom.xml") ? CLIMBS : NEIGHBOUR;
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (Stream.of(lines.get(i).split("[<>\"'\\s]")).anyMatch(w -> forbidden.matcher(w).find())) {
        violations.add("%s:%d: looks outside the project: %s".formatted(file, i + 1, lines.get(i)));
      }
    }
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Boolean inPath) {
    ExpressionTree method = call.getMethodSelect();
    String last = method instanceof MemberSelectTree m ? m.getIdentifier().toString() : "";
    boolean path = PATH_METHODS.contains(method.toString()) || PATH_METHODS.contains(last);
    scan(method, inPath);
    return scan(call.getArguments(), path);
  }

  @Override
  public Void visitNewClass(NewClassTree made, Boolean inPath) {
    String name = made.getIdentifier().toString();
    scan(made.getArguments(), PATH_CLASSES.contains(name.substring(name.lastIndexOf('.') + 1)));
    return scan(made.getClassBody(), false);
  }

  @Override
  public Void visitLiteral(LiteralTree literal, Boolean inPath) {
    if (literal.getKind() == Tree.Kind.STRING_LITERAL) {
      String text = (String) literal.getValue();
      boolean escapes = CLIMBS.matcher(text).find() || ONE_MACHINE.matcher(text).find();
      if (NEIGHBOUR.matcher(text).find() || (inPath && escapes)) {
        long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, literal));
        Path file = Path.of(unit.getSourceFile().toUri());
        violations.add("%s:%d: looks outside the project: \"%s\"".formatted(file, line, text));
      }
    }
    return super.visitLiteral(literal, inPath);
  }
}
