package org.sunlitledger.reconcile.decision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.decision.Refusal;
import org.sunlitledger.decision.Refusal.RefusalKind;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.reconcile.discrepancy.WorkItem;

/** Notices that a discrepancy is no longer what somebody saw, and says since when and by whom. */
@Component
final class ItemChanges {
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  ItemChanges(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is in the way of a decision on what was seen; empty if nothing has changed. */
  Optional<Refusal> since(SeenItem seen, WorkItem now) {
    return seen.mark()
        .filter(mark -> !mark.equals(now.mark()))
        .map(mark -> decision(mark, now).orElseGet(() -> reconciliation(now)));
  }

  /** A decision that came after the mark, which ends with the number of the last one. */
  private Optional<Refusal> decision(String mark, WorkItem now) {
    boolean isSame = number(mark).equals(number(now.mark()));
    return audit.of(now.id()).stream()
        .reduce((first, second) -> second)
        .filter(last -> !isSame)
        .map(
            last ->
                Refusal.of(
                    RefusalKind.CHANGED,
                    now.id(),
                    last.who(),
                    Moment.in(clock.getZone(), last.at())));
  }

  private Refusal reconciliation(WorkItem now) {
    return Refusal.of(
        RefusalKind.RECONCILED_AGAIN,
        now.id(),
        jdbc.sql("select made_at from reconciliation where year = :year")
            .param("year", now.year())
            .query(OffsetDateTime.class)
            .optional()
            .map(at -> Moment.in(clock.getZone(), at))
            .orElse(""));
  }

  private static String number(String mark) {
    return mark.substring(mark.lastIndexOf('-') + 1);
  }
}
