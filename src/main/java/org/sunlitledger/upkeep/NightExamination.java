package org.sunlitledger.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.job.LastRuns;

/**
 * Examines when a night ended last, good or not: after too long the machine was off, the schedule
 * is not installed, or a night hangs. One that failed is another matter.
 */
final class NightExamination implements Examination {
  private final Books books;
  private final Age age;

  NightExamination(Books books, Age age) {
    this.books = books;
    this.age = age;
  }

  @Override
  public String name() {
    return "night";
  }

  @Override
  public List<Finding> examine() throws NotExamined {
    DataSource source = books.source();
    Optional<Instant> last =
        new LastRuns(JdbcClient.create(source), new RunLock(source, "")).lastEndOfNight();
    boolean isOver = age.isOver(last, source);
    if (last.isEmpty()) {
      Object[] arguments = {"", age.most().toHours()};
      return List.of(
          isOver
              ? Finding.broken("night.never", arguments)
              : Finding.ok("night.not-yet", arguments));
    }
    Object[] arguments = {
      age.moment(last.get()),
      age.most().toHours(),
      Duration.between(last.get(), age.clock().instant()).toHours()
    };
    return List.of(
        isOver ? Finding.broken("night.old", arguments) : Finding.ok("night.found", arguments));
  }
}
