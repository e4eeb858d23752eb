package org.sunlitledger.cli.shell;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sunlitledger.database.RunLock.RunLockHeld;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.report.CountyOfBooks;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that works on the database. */
public abstract class DatabaseCommand implements Callable<Integer> {
  public static final int CLEAN = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int REFUSED = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public final Integer call() throws Exception {
    verify();
    try (Session session = open()) {
      if (!adoptsDefinitions()) {
        session.the(CountyOfBooks.class).require();
      }
      int status = run(session);
      out().flush();
      return status;
    }
  }

  private Session open() {
    try {
      return Session.open(options(), settings());
    } catch (RuntimeException problem) {
      notOpened(problem);
      throw problem;
    }
  }

  /** What is done besides when the database or the definitions cannot be opened. */
  protected void notOpened(RuntimeException problem) {}

  /** Refuses options that do not go together; nothing has been opened yet. */
  protected void verify() {}

  protected abstract int run(Session session) throws Exception;

  /** What is wrong with the options, as a sentence of the bundle for commands. */
  public ParameterException misuse(String key, Object... arguments) {
    Messages messages =
        options().isChinese() ? Messages.chinese("commands") : Messages.english("commands");
    return new ParameterException(spec.commandLine(), messages.text(key, arguments));
  }

  /** Settings of the program, by their names, that go before all others. */
  protected Map<String, String> settings() {
    return Map.of();
  }

  /** Whether it makes the definitions' county that of the books, whatever it is by now. */
  protected boolean adoptsDefinitions() {
    return false;
  }

  /** Those given to the program, also for a command of a command. */
  protected GlobalOptions options() {
    return (GlobalOptions) spec.root().userObject();
  }

  /** Shows whose work is under way; the exit status. */
  public int show(Session session, RunLockHeld busy) {
    err()
        .println(
            "sunlit: " + busy.taken().text(session.messages(), session.the(Clock.class).getZone()));
    return FAILED;
  }

  public PrintWriter out() {
    return spec.commandLine().getOut();
  }

  public PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
