package org.sunlitledger.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.sunlitledger.cli.shell.Arguments;
import org.sunlitledger.cli.shell.Failure;
import org.sunlitledger.cli.shell.GlobalOptions;
import org.sunlitledger.cli.shell.Misuse;
import org.sunlitledger.cli.shell.NeedsNoFolder;
import org.sunlitledger.cli.shell.OwnFolder;
import org.sunlitledger.cli.shell.SafeWriter;
import org.sunlitledger.intake.file.FilePath;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Starts Sunlit Ledger: reads the command line, then whatever the command needs. */
public final class SunlitLedger {
  private SunlitLedger() {}

  public static void main(String[] arguments) {
    CommandLine commands = commands(writer(System.out), writer(System.err));
    commands.setExecutionStrategy(SunlitLedger::executeInOwnFolder);
    System.exit(commands.execute(Arguments.of(arguments)));
  }

  /** A request for help or the version leaves nothing behind. */
  private static int executeInOwnFolder(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    try {
      if (!needsNoFolder(parsed)) {
        OwnFolder.prepare();
      }
    } catch (IOException | OwnFolder.Foreign problem) {
      throw new ExecutionException(parsed.commandSpec().commandLine(), "no folder", problem);
    }
    return execute(parsed);
  }

  private static int execute(ParseResult parsed) {
    GlobalOptions options = (GlobalOptions) parsed.commandSpec().userObject();
    return options.exitStatus(new RunLast().execute(parsed));
  }

  private static boolean needsNoFolder(ParseResult parsed) {
    List<CommandLine> commands = parsed.asCommandLineList();
    return commands.get(commands.size() - 1).getCommand() instanceof NeedsNoFolder;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, Charset.defaultCharset());
  }

  /** Runs a command; the exit status is that of the contract: 0, 1, 2 or 3. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return commands(out, err).execute(arguments);
  }

  private static CommandLine commands(PrintWriter out, PrintWriter err) {
    Commands options = new Commands();
    CommandLine commands =
        new CommandLine(options).setOut(new SafeWriter(out)).setErr(new SafeWriter(err));
    commands.setExecutionStrategy(SunlitLedger::execute);
    commands.registerConverter(Path.class, FilePath::named);
    commands.setExecutionExceptionHandler(new Failure(options));
    commands.setParameterExceptionHandler(new Misuse());
    return commands;
  }
}
