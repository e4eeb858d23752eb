package org.sunlitledger.cli.close;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.close.Closing;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;

/** Closes a year and tells what it came to. */
public final class CloseScreen {
  private static final int SHOWN = 10;

  private final Session session;
  private final DatabaseCommand command;
  private final Messages sentences;

  public CloseScreen(Session session, DatabaseCommand command) {
    this.session = session;
    this.command = command;
    this.sentences = sentences(session);
  }

  /** The sentences about closing, in the language of the session. */
  private static Messages sentences(Session session) {
    return session.messages().isChinese() ? Messages.chinese("close") : Messages.english("close");
  }

  /** Closes a year and gives the exit status. */
  public int close(int year, String by, Path out) throws Exception {
    if (by.isBlank()) {
      command.err().println("sunlit: " + sentences.text("close.blank"));
      return DatabaseCommand.USAGE;
    }
    try {
      return tell(year, session.the(Closing.class).close(year, by.strip(), out));
    } catch (RunLock.RunLockHeld busy) {
      return tell(busy);
    }
  }

  /** Tells what closing came to, and gives the exit status. */
  public int tell(int year, Closing.Result result) {
    if (result instanceof Closing.Closed closed) {
      command
          .out()
          .println(
              sentences.text(
                  "close.done", year, closed.number(), closed.sha256(), closed.folder()));
      command.out().println(sentences.text("close.print", closed.page()));
      return DatabaseCommand.CLEAN;
    }
    command.err().println("sunlit: " + sentences.text("close.refused", year));
    tell(year, ((Closing.Refused) result).open());
    return DatabaseCommand.REFUSED;
  }

  /** Tells what is in the way, a few of each kind, and the command that shows all. */
  public void tell(int year, List<Obstacle> open) {
    Map<Obstacle.Kind, Integer> counts = new EnumMap<>(Obstacle.Kind.class);
    open.forEach(obstacle -> counts.merge(obstacle.kind(), 1, Integer::sum));
    counts.forEach(
        (kind, count) -> {
          List<Obstacle> alike = open.stream().filter(o -> o.kind() == kind).toList();
          alike.stream()
              .limit(SHOWN)
              .forEach(obstacle -> command.err().println("  " + obstacle.text(sentences)));
          if (count > SHOWN) {
            command.err().println("  " + sentences.text("close.more", count - SHOWN));
          }
          command.err().println("    → " + alike.get(0).remedy(sentences, year));
        });
  }

  /** Tells whose work is under way. */
  public int tell(RunLock.RunLockHeld busy) {
    command
        .err()
        .println(
            "sunlit: "
                + session
                    .messages()
                    .text(
                        "nightly.busy",
                        busy.who(),
                        Moment.in(session.the(Clock.class).getZone(), busy.since())));
    return DatabaseCommand.FAILED;
  }

  Messages sentences() {
    return sentences;
  }
}
