package org.sunlitledger.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sunlitledger.intake.file.FilePath;

/**
 * The arguments of the command line as text. They are bytes: a file name that the shell completes
 * may be in GBK, and the JVM reads UTF-8 only.
 */
public final class Arguments {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final String UNREADABLE = "\ufffd";

  private Arguments() {}

  /** The arguments, read again where the JVM could not read one of them. */
  public static String[] of(String... arguments) {
    if (Arrays.stream(arguments).noneMatch(argument -> argument.contains(UNREADABLE))) {
      return arguments;
    }
    try {
      List<String> all = texts(Files.readAllBytes(COMMAND_LINE));
      return all.subList(all.size() - arguments.length, all.size()).toArray(String[]::new);
    } catch (IOException notLinux) {
      return arguments;
    }
  }

  /** The words of a command line, each with a NUL behind it. */
  static List<String> texts(byte[] commandLine) {
    List<String> texts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < commandLine.length; at++) {
      if (commandLine[at] == 0) {
        texts.add(FilePath.text(Arrays.copyOfRange(commandLine, from, at)));
        from = at + 1;
      }
    }
    return texts;
  }
}
