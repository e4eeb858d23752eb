package org.sunlitledger.cli.close;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.close.Closing;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.discrepancy.ObstacleWords;

/** Closes a year and shows the result. */
public final class CloseScreen {
  private static final int SHOWN_OBSTACLES = 10;

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
      return show(year, session.the(Closing.class).close(year, by.strip(), out));
    } catch (RunLock.RunLockHeld busy) {
      return show(busy);
    }
  }

  /** Shows the result of closing and returns the exit status. */
  public int show(int year, Closing.ClosingResult result) {
    if (result instanceof Closing.Closed closed) {
      command.out().println(sentences.text("close.done", year, closed.number()));
      command.out().println("  " + sentences.text("verify.digest", closed.sha256()));
      command.out().println("  " + sentences.text("verify.files", closed.folder()));
      command.out().println(sentences.text("close.print", closed.page()));
      return DatabaseCommand.CLEAN;
    }
    command.err().println("sunlit: " + sentences.text("close.refused", year));
    show(year, ((Closing.NotClosed) result).open());
    return DatabaseCommand.REFUSED;
  }

  /** Shows what prevents it, a few of each kind, and the command that shows all. */
  public void show(int year, List<Obstacle> open) {
    Map<Obstacle.ObstacleKind, Integer> counts = new EnumMap<>(Obstacle.ObstacleKind.class);
    open.forEach(obstacle -> counts.merge(obstacle.kind(), 1, Integer::sum));
    ObstacleWords words = new ObstacleWords(sentences, session.the(Kinds.class));
    counts.forEach(
        (kind, count) -> {
          List<Obstacle> alike = open.stream().filter(o -> o.kind() == kind).toList();
          alike.stream()
              .limit(SHOWN_OBSTACLES)
              .forEach(obstacle -> command.err().println("  " + words.text(obstacle)));
          if (count > SHOWN_OBSTACLES) {
            command.err().println("  " + sentences.text("close.more", count - SHOWN_OBSTACLES));
          }
          command.err().println("    → " + alike.get(0).remedy(sentences, year));
        });
  }

  /** Shows whose work is under way. */
  public int show(RunLock.RunLockHeld busy) {
    return command.show(session, busy);
  }

  Messages sentences() {
    return sentences;
  }
}
