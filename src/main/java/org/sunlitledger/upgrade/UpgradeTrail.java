package org.sunlitledger.upgrade;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.database.audit.AuditTrail;

/**
 * Upgrades on the audit trail. The chain of the trail needs the county's key, which the owner of
 * the schema does not have while it migrates: an event follows the row of {@code schema_change}. If
 * a process is killed between the two, the next upgrade adds the event.
 */
@Component
@Lazy
final class UpgradeTrail {
  private static final String ACTION = "upgrade";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final Clock clock;

  UpgradeTrail(JdbcClient jdbc, TransactionTemplate transaction, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  private record Change(OffsetDateTime at, int from, int to, String program, Path backup) {
    String detail() {
      return "%d → %d, %s, %s".formatted(from, to, program, backup.getFileName());
    }
  }

  /** Adds what is not there yet, in the year in which it happened. */
  void record() {
    transaction.executeWithoutResult(status -> changes().forEach(this::record));
  }

  private void record(Change change) {
    int year = change.at().atZoneSameInstant(clock.getZone()).getYear();
    if (!audit.has(ACTION, year, change.detail())) {
      audit.add(System.getProperty("user.name", ""), ACTION, year, change.detail());
    }
  }

  private List<Change> changes() {
    return jdbc.sql(
            """
            select at, from_version, to_version, program, backup
            from schema_change
            where from_version is not null
              and backup is not null
            order by id
            """)
        .query(
            (row, number) ->
                new Change(
                    row.getObject(1, OffsetDateTime.class),
                    row.getInt(2),
                    row.getInt(3),
                    row.getString(4),
                    Path.of(row.getString(5))))
        .list();
  }
}
