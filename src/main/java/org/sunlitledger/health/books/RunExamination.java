package org.sunlitledger.health.books;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;
import org.sunlitledger.upkeep.NotExamined;
import org.sunlitledger.view.RunList;
import org.sunlitledger.view.RunList.Run;
import org.sunlitledger.view.RunList.RunFilter;

/** Examines whether a run is under way, and whether one failed or was interrupted. */
public final class RunExamination implements Examination {
  private static final int LATEST_RUNS = 20;

  private final ExaminedDatabase database;
  private final Clock clock;

  public RunExamination(ExaminedDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "run";
  }

  @Override
  public List<Finding> examine() throws NotExamined {
    DataSource books = database.books();
    RunLock lock = new RunLock(books, "");
    List<Finding> findings = new ArrayList<>();
    lock.holder()
        .ifPresent(
            holder ->
                findings.add(
                    Finding.ok(
                        "run.going", holder.who(), Moment.in(clock.getZone(), holder.since()))));
    new RunList(JdbcClient.create(books), lock)
        .page(new RunFilter(null, true), Optional.empty(), LATEST_RUNS).stream()
            .filter(Run::isOpen)
            .findFirst()
            .ifPresent(run -> findings.add(left(run)));
    return findings.isEmpty() ? List.of(Finding.ok("run.none")) : findings;
  }

  private static Finding left(Run run) {
    return Finding.broken(
        run.status().equals("KILLED") ? "run.interrupted" : "run.failed",
        run.id(),
        Moment.format(run.started()),
        run.reason().lines().findFirst().orElse(""));
  }
}
