package org.sunlitledger.close.late;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.ready.Freshness;
import org.sunlitledger.close.ready.Freshness.SaidFigure;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.figure.Figures.Computed;
import org.sunlitledger.rollup.LineTable;
import org.sunlitledger.storage.StoredLines;

/**
 * What would change in a closed year if what came late counted: it is really done, in a transaction
 * that is rolled back, and compared with what was published.
 */
@Component
public final class Restatement {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final YearCloseTable closes;
  private final ClosedYears closed;
  private final LateCount lateCount;
  private final LineDifference difference;
  private final Figures figures;
  private final Explanation explanation;
  private final LineTable lines;
  private final StoredLines stored;
  private final Definitions current;
  private final RunLock lock;
  private final TransactionTemplate published;
  private final TransactionTemplate trial;
  private final Clock clock;

  Restatement(
      YearCloseTable closes,
      ClosedYears closed,
      LateCount lateCount,
      LineDifference difference,
      Figures figures,
      Explanation explanation,
      LineTable lines,
      StoredLines stored,
      Definitions current,
      RunLock lock,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.closes = closes;
    this.closed = closed;
    this.lateCount = lateCount;
    this.difference = difference;
    this.figures = figures;
    this.explanation = explanation;
    this.lines = lines;
    this.stored = stored;
    this.current = current;
    this.lock = lock;
    this.published = new TransactionTemplate(transactions);
    this.trial = new TransactionTemplate(transactions);
    this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * A delivery that came after the close, counted.
   *
   * @param fen accepted
   */
  public record Late(
      long delivery, String file, long read, long accepted, long refused, long fen) {}

  /**
   * A figure that would change; texts are empty where there is no value.
   *
   * @param difference in fen or as a count; empty unless both values are numbers
   */
  public record Change(
      Figure figure,
      String oldValue,
      String newValue,
      String oldText,
      String newText,
      Optional<BigDecimal> difference) {}

  /** Receives what would change. */
  public interface Reader {

    /** Before anything else: whether definitions are others now, and what came late. */
    void begin(boolean definitionsChanged, List<Late> late);

    /** A figure that would change; the lines that follow belong to it. */
    void figure(Change change);

    /** A line by which the last figure would change. */
    void line(LineDifference.ChangedLine line);

    /** After the last line, in the transaction that the restatement is computed in. */
    default void end() {}
  }

  private record Trial(List<Late> late, List<Change> changes, List<Long> touched) {}

  /**
   * Reports what would change, and changes nothing.
   *
   * @return why it cannot be reported, if so
   * @throws RunLock.RunLockHeld while somebody else's run or close is under way
   */
  public Optional<Obstacle> restate(int year, Reader reader) throws RunLock.RunLockHeld {
    RunLock.Held held = lock.acquire("restatement " + year);
    try {
      return restateWithin(year, reader);
    } finally {
      held.close();
    }
  }

  /** The same for one that holds the run lock already. */
  public Optional<Obstacle> restateWithin(int year, Reader reader) {
    if (closes.inForce(year).isEmpty()) {
      return Optional.of(Obstacle.of(Obstacle.ObstacleKind.NOT_CLOSED, year));
    }
    published.executeWithoutResult(status -> compare(year, reader));
    return Optional.empty();
  }

  /** Two sessions: this one sees what is published, the other one tries what came late. */
  private void compare(int year, Reader reader) {
    Definitions kept = closed.definitions(year);
    Catalogue catalogue = CatalogueReader.read(year, kept);
    List<Computed> before = figures.of(year);
    lines.create();
    Connection here = lines.session();
    Trial tried =
        trial.execute(
            status -> {
              status.setRollbackOnly();
              return tryOut(catalogue, kept, before, here);
            });
    reader.begin(
        !CatalogueReader.read(year, current).version().equals(catalogue.version()), tried.late());
    explanation.tabulate(
        LineDifference.BEFORE, year, leaves(catalogue, tried.changes()), tried.touched());
    difference.prepare();
    for (Change change : tried.changes()) {
      reader.figure(change);
      difference.of(catalogue.leaves(change.figure()), reader::line);
    }
    reader.end();
  }

  private Trial tryOut(
      Catalogue catalogue, Definitions kept, List<Computed> before, Connection published) {
    int year = catalogue.year();
    closes.inForce(year).ifPresent(close -> stored.loadBack(close.id()));
    closes.reopen(year, Short.MAX_VALUE, OffsetDateTime.now(clock), "restatement", "trial");
    List<Long> late = closes.release(year);
    List<Long> touched = lateCount.count(year, kept);
    List<Change> changes = changes(before, figures.evaluate(catalogue));
    lines.create();
    explanation.tabulate(LineDifference.AFTER, year, leaves(catalogue, changes), touched);
    lines.sendTo(published);
    return new Trial(lateCount.books(late), changes, touched);
  }

  private static List<Figure> leaves(Catalogue catalogue, List<Change> changes) {
    Map<String, Figure> leaves = new LinkedHashMap<>();
    for (Change change : changes) {
      catalogue.leaves(change.figure()).forEach(leaf -> leaves.put(leaf.id(), leaf));
    }
    return List.copyOf(leaves.values());
  }

  private static List<Change> changes(List<Computed> before, List<Computed> after) {
    Map<String, SaidFigure> old = Freshness.said(before);
    List<Change> changes = new ArrayList<>();
    for (Computed figure : after) {
      SaidFigure now = SaidFigure.of(figure);
      SaidFigure then = old.getOrDefault(figure.figure().id(), SaidFigure.NOTHING);
      if (!now.equals(then)) {
        changes.add(
            new Change(
                figure.figure(),
                then.value(),
                now.value(),
                then.text(),
                now.text(),
                difference(then.value(), now.value())));
      }
    }
    return changes;
  }

  private static Optional<BigDecimal> difference(String old, String now) {
    return NUMBER.matcher(old).matches() && NUMBER.matcher(now).matches()
        ? Optional.of(new BigDecimal(now).subtract(new BigDecimal(old)))
        : Optional.empty();
  }
}
