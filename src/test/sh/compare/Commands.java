import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Runs many commands of a built program in one JVM, as JVMs of their own would take hours. Started
 * from source, with the jar of the program on the class path.
 *
 * <p>The first argument is the jar, the second a file with a command a line, its words separated by
 * tabs, before them the file that takes what the command prints. The exit status and what was
 * printed beside it go to that file's name with {@code .status}.
 *
 * <p>Opening the program's parts takes most of the time of a small command. Explanations, of which
 * there are a thousand, share what is opened once; the first of them is run both ways, and must
 * print the same.
 */
final class Commands {
  private static final String SHARING = "explain";

  private final Class<?> main;
  private final Map<Class<?>, Object> sessions = new HashMap<>();
  private boolean proved;

  private Commands(Class<?> main) {
    this.main = main;
  }

  public static void main(String[] arguments) throws Exception {
    Commands commands;
    try (JarFile file = new JarFile(arguments[0])) {
      commands =
          new Commands(
              Class.forName(file.getManifest().getMainAttributes().getValue("Main-Class")));
    }
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      List<String> words = new ArrayList<>(Arrays.asList(line.split("\t")));
      Path target = Path.of(words.remove(0));
      Printed printed = commands.run(words.toArray(String[]::new));
      Files.writeString(target, printed.out());
      Files.writeString(Path.of(target + ".status"), printed.status() + "\n" + printed.err());
    }
    System.exit(0);
  }

  private record Printed(int status, String out, String err) {}

  private Printed run(String... words) throws Exception {
    if (!words[0].equals(SHARING)) {
      return alone(words);
    }
    // before anything is opened: two cannot use the built-in server in one process
    Printed alone = proved ? null : alone(words);
    Printed printed = sharing(words);
    if (alone != null && !alone.equals(printed)) {
      throw new IllegalStateException(
          "explains otherwise with what was opened before: " + printed + " for " + alone);
    }
    proved = true;
    return printed;
  }

  private Printed alone(String... words) throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Object status =
        method(main, "run", PrintWriter.class, PrintWriter.class, String[].class)
            .invoke(null, new PrintWriter(out), new PrintWriter(err), words);
    return new Printed((int) status, out.toString(), err.toString());
  }

  private Printed sharing(String... words) throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commands =
        (CommandLine)
            method(main, "commands", PrintWriter.class, PrintWriter.class)
                .invoke(null, new PrintWriter(out), new PrintWriter(err));
    ParseResult parsed = commands.parseArgs(words);
    Object command = parsed.subcommand().commandSpec().userObject();
    Method run = named(command.getClass(), "run");
    Class<?> type = run.getParameterTypes()[0];
    if (!sessions.containsKey(type)) {
      sessions.put(type, named(type, "open").invoke(null, parsed.commandSpec().userObject()));
    }
    named(command.getClass(), "verify").invoke(command);
    Object status = run.invoke(command, sessions.get(type));
    parsed.subcommand().commandSpec().commandLine().getOut().flush();
    parsed.subcommand().commandSpec().commandLine().getErr().flush();
    return new Printed((int) status, out.toString(), err.toString());
  }

  private static Method method(Class<?> type, String name, Class<?>... parameters)
      throws NoSuchMethodException {
    Method method = type.getDeclaredMethod(name, parameters);
    method.setAccessible(true);
    return method;
  }

  /** The only method of a name in a class, or else in the class it extends. */
  private static Method named(Class<?> type, String name) throws NoSuchMethodException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Method method : at.getDeclaredMethods()) {
        if (method.getName().equals(name) && !method.isBridge()) {
          method.setAccessible(true);
          return method;
        }
      }
    }
    throw new NoSuchMethodException(type + "." + name);
  }
}
