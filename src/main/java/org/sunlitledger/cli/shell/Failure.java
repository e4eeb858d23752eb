package org.sunlitledger.cli.shell;

import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.sunlitledger.database.schema.DatabaseRefused;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.report.ForeignDefinitions;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence what went wrong; the details go to the log. */
public final class Failure implements IExecutionExceptionHandler {
  private final GlobalOptions options;

  public Failure(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine command, ParseResult arguments) {
    boolean chinese = options.isChinese();
    Messages messages = chinese ? Messages.chinese("commands") : Messages.english("commands");
    if (problem instanceof OwnFolder.Foreign foreign) {
      // the log is in that folder
      command.getErr().println("sunlit: " + foreign.text(messages));
      return CommandLine.ExitCode.SOFTWARE;
    }
    LoggerFactory.getLogger(Failure.class).error("the command failed", problem);
    String said = said(problem, chinese);
    command
        .getErr()
        .println("sunlit: " + (isGone(problem) ? messages.text("database.gone", said) : said));
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String said(Exception problem, boolean chinese) {
    if (problem instanceof ForeignDefinitions foreign) {
      return foreign.text(chinese ? Messages.chinese("problems") : Messages.english("problems"));
    }
    Optional<DatabaseRefused> refused = DatabaseRefused.in(problem);
    if (refused.isPresent()) {
      return refused
          .get()
          .text(chinese ? Messages.chinese("commands") : Messages.english("commands"));
    }
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(problem);
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** Whether the database does not answer: connection failures are class 08, its end is 57P. */
  private static boolean isGone(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
        return true;
      }
    }
    return false;
  }
}
