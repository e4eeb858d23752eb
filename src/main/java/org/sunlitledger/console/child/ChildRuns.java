package org.sunlitledger.console.child;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.database.RunLock.Taken;
import org.sunlitledger.job.Runs;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;

/**
 * Starts runs as processes of their own, as cron does: neither a restart of the console nor its end
 * stops one. The run lock decides whether one may work.
 */
@Component
public final class ChildRuns {
  /** How long a page waits for a run to be recorded. */
  private static final Duration MAX_WAIT = Duration.ofSeconds(20);

  private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofMillis(200);

  private final ChildProgram program;
  private final RunLogs logs;
  private final Runs runs;
  private final RunLock lock;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ChildRuns(
      ChildProgram program,
      RunLogs logs,
      Runs runs,
      RunLock lock,
      ApplicationEventPublisher events,
      Clock clock) {
    this.program = program;
    this.logs = logs;
    this.runs = runs;
    this.lock = lock;
    this.events = events;
    this.clock = clock;
  }

  /** The result of a start. */
  public sealed interface ChildStart permits Begun, NotBegun, Starting {}

  /** The run is recorded; its page is {@code /runs/ID}. It may have ended already. */
  public record Begun(long run) implements ChildStart {}

  /**
   * The process ended before there was a run: another one is under way, or it could not begin.
   *
   * @param said what it printed, as sentences for the page
   */
  public record NotBegun(String said) implements ChildStart {}

  /** The process takes long to start; its run will be listed first in {@code /runs}. */
  public record Starting() implements ChildStart {
    /** Where it is seen. */
    public static final String PAGE = "redirect:/runs";
  }

  /** Imports what is in the inbox, as each night does. */
  public ChildStart nightly(int year, SignedIn by) {
    return start(by, "nightly", "--year", String.valueOf(year));
  }

  /** Reconciles a year anew, and closes it if nothing is open. */
  public ChildStart close(int year, SignedIn by) {
    return start(by, "year-end", "--year", String.valueOf(year), "--close", "--by=" + by.name());
  }

  /** Verifies the snapshots of a year. */
  public ChildStart verify(int year, SignedIn by) {
    return start(by, "verify-snapshot", String.valueOf(year), "--record");
  }

  /** Computes what late deliveries would change in a closed year. */
  public ChildStart restate(int year, SignedIn by) {
    return start(by, "restatement", "--year", String.valueOf(year), "--record");
  }

  /**
   * Reconciles a year with the treasury's ledger.
   *
   * @param ledger files that are the whole ledger; the ledger as it was last handed in when there
   *     are none
   */
  public ChildStart yearEnd(int year, List<Path> ledger, SignedIn by) {
    List<String> arguments = new ArrayList<>(List.of("year-end", "--year", String.valueOf(year)));
    if (!ledger.isEmpty()) {
      arguments.add("--ledger");
      ledger.forEach(file -> arguments.add(file.toString()));
    }
    return start(by, arguments.toArray(String[]::new));
  }

  /** Goes on with a run that failed or was killed. */
  public ChildStart restart(long run, SignedIn by) {
    return start(by, "restart", String.valueOf(run));
  }

  private ChildStart start(SignedIn by, String... arguments) {
    // the process would find the same, but takes seconds to start
    Optional<Taken> other = lock.lastingHolder();
    if (other.isPresent()) {
      return new NotBegun(busy(other.get()));
    }
    try {
      Path log = logs.add();
      Process child = program.start(by.login(), log, List.of(arguments));
      Future<Void> unused = child.onExit().thenRun(() -> events.publishEvent(new RunEnded()));
      return follow(child, log.getFileName().toString());
    } catch (IOException problem) {
      return new NotBegun(problem.toString());
    }
  }

  private ChildStart follow(Process child, String log) {
    long end = System.nanoTime() + MAX_WAIT.toNanos();
    try {
      boolean hasEnded = false;
      while (!hasEnded && System.nanoTime() < end) {
        hasEnded = child.waitFor(PAUSE_BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        Optional<Long> run = runs.loggedIn(log);
        if (run.isPresent()) {
          return new Begun(run.get());
        }
      }
      return hasEnded ? new NotBegun(said(log)) : new Starting();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Starting();
    }
  }

  private String busy(Taken other) {
    Locale language = LocaleContextHolder.getLocale();
    Messages words =
        language.getLanguage().equals(Locale.CHINESE.getLanguage())
            ? Messages.chinese("console")
            : Messages.english("console");
    return words.text("run.busy", Moment.in(clock.getZone(), other.since()));
  }

  private String said(String log) {
    return logs.lastLines(log).stream()
        .map(line -> line.replaceFirst("^sunlit: ", ""))
        .collect(Collectors.joining("\n"));
  }
}
