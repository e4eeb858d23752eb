package org.sunlitledger.reconcile.decision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.decision.RecordedText;
import org.sunlitledger.decision.Refusal;
import org.sunlitledger.decision.Refusal.RefusalKind;
import org.sunlitledger.decision.Signature;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.reconcile.discrepancy.WorkItem.Approved;
import org.sunlitledger.reconcile.discrepancy.WorkItem.Resolved;

/**
 * What people decide on discrepancies: one resolves, another approves, and either may think better
 * of it until the year is closed. Of two that decide at once the second waits for the first and is
 * then shown what was decided. Each decision is in the audit trail, in the same transaction.
 */
@Component
public final class Decisions {

  private final JdbcClient jdbc;
  private final ClosedYears closed;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Decisions(
      JdbcClient jdbc,
      ClosedYears closed,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.closed = closed;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The result. */
  public sealed interface DecisionResult permits Decided, DecisionRefused {}

  /** The discrepancy as it is now; without its lines. */
  public record Decided(WorkItem item) implements DecisionResult {}

  /** Nothing has changed. */
  public record DecisionRefused(Refusal why) implements DecisionResult {}

  /**
   * Resolves what is open.
   *
   * @param why at most 500 characters
   * @param by who resolves it, at most 40 characters
   */
  public DecisionResult resolve(long id, Resolution as, String why, String by) {
    return recorded(
        by,
        why,
        () ->
            decide(
                id,
                this::resolvable,
                item -> keepResolved(item, as, why.strip(), Signature.of(by))));
  }

  /**
   * Approves what another has resolved.
   *
   * @param by who approves it, at most 40 characters
   */
  public DecisionResult approve(long id, String by) {
    return RecordedText.BY
        .fault(by)
        .<DecisionResult>map(DecisionRefused::new)
        .orElseGet(
            () ->
                decide(
                    id,
                    item -> approvable(item, Signature.of(by)),
                    item -> keepApproved(item, Signature.of(by))));
  }

  /**
   * Opens again what was resolved, approved or not: the person who resolved it knows better now, or
   * the reviewer does not agree.
   *
   * @param why at most 500 characters
   * @param by who sends it back, at most 40 characters
   */
  public DecisionResult sendBack(long id, String why, String by) {
    return recorded(
        by,
        why,
        () -> decide(id, this::returnable, item -> keepOpen(item, why.strip(), Signature.of(by))));
  }

  /** Decides once a name and a reason can be recorded. */
  private static DecisionResult recorded(String by, String why, Supplier<DecisionResult> decision) {
    return RecordedText.BY
        .fault(by)
        .or(() -> RecordedText.WHY.fault(why))
        .<DecisionResult>map(DecisionRefused::new)
        .orElseGet(decision);
  }

  private DecisionResult decide(
      long id, Function<WorkItem, Optional<Refusal>> obstacle, Consumer<WorkItem> decision) {
    return transaction.execute(
        status -> {
          // waits for a close that is under way, so that what follows sees it
          jdbc.sql("lock table discrepancy in row exclusive mode").update();
          Optional<WorkItem> item = locked(id);
          Optional<Refusal> refusal =
              item.isEmpty()
                  ? Optional.of(Refusal.of(RefusalKind.UNKNOWN, id))
                  : closed(item.get()).or(() -> obstacle.apply(item.get()));
          if (refusal.isPresent()) {
            return new DecisionRefused(refusal.get());
          }
          item.ifPresent(decision);
          return new Decided(locked(id).orElseThrow());
        });
  }

  /** The discrepancy as it is once nobody else is deciding on it. */
  private Optional<WorkItem> locked(long id) {
    return jdbc.sql(
            DiscrepancyList.ITEM + DiscrepancyList.FROM + "where d.id = :id for update of d")
        .param("id", id)
        .query(DiscrepancyList::item)
        .optional();
  }

  private Optional<Refusal> closed(WorkItem item) {
    return closed
        .freezing(item.year())
        .map(
            close ->
                Refusal.of(
                    RefusalKind.YEAR_CLOSED,
                    item.id(),
                    item.year(),
                    close.year(),
                    close.by(),
                    moment(close.at())));
  }

  private Optional<Refusal> resolvable(WorkItem item) {
    return switch (item.status()) {
      case OPEN -> Optional.empty();
      case RESOLVED -> Optional.of(already(item, item.resolved().orElseThrow()));
      case APPROVED -> Optional.of(already(item, item.approved().orElseThrow()));
      case GONE -> Optional.of(Refusal.of(RefusalKind.GONE, item.id()));
    };
  }

  private Optional<Refusal> approvable(WorkItem item, Signature by) {
    return switch (item.status()) {
      case OPEN -> Optional.of(Refusal.of(RefusalKind.NOT_RESOLVED, item.id()));
      case RESOLVED ->
          item.resolved()
              .map(resolved -> new Signature(resolved.by()))
              .filter(by::isSamePerson)
              .map(same -> Refusal.of(RefusalKind.SAME_PERSON, item.id(), same.name()));
      case APPROVED -> Optional.of(already(item, item.approved().orElseThrow()));
      case GONE -> Optional.of(Refusal.of(RefusalKind.GONE, item.id()));
    };
  }

  private Optional<Refusal> returnable(WorkItem item) {
    return switch (item.status()) {
      case OPEN -> Optional.of(Refusal.of(RefusalKind.NOT_RESOLVED, item.id()));
      case RESOLVED, APPROVED -> Optional.empty();
      case GONE -> Optional.of(Refusal.of(RefusalKind.GONE, item.id()));
    };
  }

  private Refusal already(WorkItem item, Resolved resolved) {
    return Refusal.of(
        RefusalKind.ALREADY_RESOLVED,
        item.id(),
        resolved.by(),
        moment(resolved.at()),
        resolved.as().code(),
        resolved.why());
  }

  private Refusal already(WorkItem item, Approved approved) {
    return Refusal.of(
        RefusalKind.ALREADY_APPROVED, item.id(), approved.by(), moment(approved.at()));
  }

  private void keepResolved(WorkItem item, Resolution as, String why, Signature by) {
    jdbc.sql(
            """
            update discrepancy
            set status = 'resolved',
              resolved_as = :as,
              why = :why,
              resolved_by = :by,
              resolved_at = :now
            where id = :id
            """)
        .param("as", as.code())
        .param("why", why)
        .param("by", by.name())
        .param("now", OffsetDateTime.now(clock))
        .param("id", item.id())
        .update();
    audit.add(by.name(), "resolve", item.year(), item.id(), as.code() + ": " + why);
  }

  private void keepApproved(WorkItem item, Signature by) {
    jdbc.sql(
            """
            update discrepancy
            set status = 'approved', approved_by = :by, approved_at = :now
            where id = :id
            """)
        .param("by", by.name())
        .param("now", OffsetDateTime.now(clock))
        .param("id", item.id())
        .update();
    Resolved resolved = item.resolved().orElseThrow();
    audit.add(
        by.name(),
        "approve",
        item.year(),
        item.id(),
        "%s by %s: %s".formatted(resolved.as().code(), resolved.by(), resolved.why()));
  }

  private void keepOpen(WorkItem item, String why, Signature by) {
    jdbc.sql(
            """
            update discrepancy
            set status = 'open',
              resolved_as = null,
              why = null,
              resolved_by = null,
              resolved_at = null,
              approved_by = null,
              approved_at = null
            where id = :id
            """)
        .param("id", item.id())
        .update();
    audit.add(by.name(), "send-back", item.year(), item.id(), why);
  }

  private String moment(OffsetDateTime at) {
    return Moment.in(clock.getZone(), at);
  }
}
