package org.sunlitledger.cli.install;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.GlobalOptions;
import org.sunlitledger.quantity.text.Messages;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The script that makes users, folders and units of systemd. It is part of the program's folder and
 * not of its archive, as a person with root's rights should be able to read what it does.
 */
final class InstallationScript {
  private static final Path SCRIPT = Path.of("jobs", "schedules", "install.sh");

  private InstallationScript() {}

  /**
   * Runs it to its end and prints what it says.
   *
   * @return its exit status
   */
  static int run(CommandSpec command, GlobalOptions options, List<String> arguments)
      throws IOException {
    Path program =
        Path.of(Optional.ofNullable(System.getenv("SUNLIT_PROGRAM")).orElse("sunlit"))
            .toAbsolutePath();
    Path script = program.resolveSibling(SCRIPT);
    if (!Files.exists(script)) {
      Messages messages =
          options.isChinese() ? Messages.chinese("commands") : Messages.english("commands");
      command
          .commandLine()
          .getErr()
          .println("sunlit: " + messages.text("install.no-script", script));
      return DatabaseCommand.FAILED;
    }
    List<String> words = new ArrayList<>(Stream.of("/bin/sh", script.toString()).toList());
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("SUNLIT_LANGUAGE", options.isChinese() ? "zh" : "en");
    builder.environment().put("SUNLIT_JAVA", System.getProperty("java.home"));
    Process process = builder.start();
    process.getOutputStream().close();
    PrintWriter out = command.commandLine().getOut();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      said.lines().forEach(out::println);
    }
    try {
      return process.waitFor();
    } catch (InterruptedException stop) {
      process.destroy();
      Thread.currentThread().interrupt();
      return DatabaseCommand.FAILED;
    }
  }
}
