package org.sunlitledger.cli.shell;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence what is wrong with a command line, and where the right ones are described. */
public final class Misuse implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException misuse, String[] arguments) {
    CommandLine command = misuse.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("sunlit: " + misuse.getMessage());
    UnmatchedArgumentException.printSuggestions(misuse, err);
    err.println("  → ./" + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
