package org.sunlitledger.cli;

import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in a sentence; the details go to the log. */
final class Failure implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine command, ParseResult arguments) {
    LoggerFactory.getLogger(Failure.class).error("the command failed", problem);
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(problem);
    String said = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    command.getErr().println("sunlit: " + said);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
