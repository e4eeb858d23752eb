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
  private final DiscrepancyPages pages;
  private final ItemChanges changes;
  private final ClosedYears closed;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Decisions(
      JdbcClient jdbc,
      DiscrepancyPages pages,
      ItemChanges changes,
      ClosedYears closed,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.pages = pages;
    this.changes = changes;
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

  /** Resolves what is open, as somebody of the county. */
  public DecisionResult resolve(long id, Resolution as, String why, String by) {
    return resolve(SeenItem.asItIs(id), as, why, Decider.ofCounty(by));
  }

  /**
   * Resolves what is open and still as it was seen. Who is limited to an office resolves only what
   * concerns it.
   *
   * @param why at most 500 characters
   */
  public DecisionResult resolve(SeenItem seen, Resolution as, String why, Decider by) {
    return recorded(
        by.name(),
        why,
        () ->
            decide(
                seen,
                item -> resolvable(item).or(() -> ofOtherOffice(item, by)),
                item -> keepResolved(item, as, why.strip(), Signature.of(by.name()))));
  }

  /** Approves what another has resolved, as somebody of the county. */
  public DecisionResult approve(long id, String by) {
    return approve(SeenItem.asItIs(id), Decider.ofCounty(by));
  }

  /**
   * Approves what another has resolved and what is still as it was seen. Who is limited to an
   * office approves none: the ledger is the whole county's.
   */
  public DecisionResult approve(SeenItem seen, Decider by) {
    return RecordedText.BY
        .fault(by.name())
        .<DecisionResult>map(DecisionRefused::new)
        .orElseGet(
            () ->
                decide(
                    seen,
                    item ->
                        approvable(item, Signature.of(by.name())).or(() -> ofWholeCounty(item, by)),
                    item -> keepApproved(item, Signature.of(by.name()))));
  }

  /** Opens again what was resolved, as somebody of the county. */
  public DecisionResult sendBack(long id, String why, String by) {
    return sendBack(SeenItem.asItIs(id), why, Decider.ofCounty(by));
  }

  /**
   * Opens again what was resolved, approved or not: the person who resolved it knows better now, or
   * the reviewer does not agree.
   *
   * @param why at most 500 characters
   */
  public DecisionResult sendBack(SeenItem seen, String why, Decider by) {
    return recorded(
        by.name(),
        why,
        () ->
            decide(
                seen,
                item -> returnable(item).or(() -> ofOtherOffice(item, by)),
                item -> keepOpen(item, why.strip(), Signature.of(by.name()))));
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
      SeenItem seen, Function<WorkItem, Optional<Refusal>> obstacle, Consumer<WorkItem> decision) {
    long id = seen.id();
    return transaction.execute(
        status -> {
          // waits for a close that is under way, so that what follows sees it
          jdbc.sql("lock table discrepancy in row exclusive mode").update();
          Optional<WorkItem> item = locked(id);
          Optional<Refusal> refusal =
              item.isEmpty()
                  ? Optional.of(Refusal.of(RefusalKind.UNKNOWN, id))
                  : closed(item.get())
                      .or(() -> obstacle.apply(item.get()))
                      .or(() -> changes.since(seen, item.get()));
          if (refusal.isPresent()) {
            return new DecisionRefused(refusal.get());
          }
          item.ifPresent(decision);
          return new Decided(locked(id).orElseThrow());
        });
  }

  /** The discrepancy as it is once nobody else is deciding on it. */
  private Optional<WorkItem> locked(long id) {
    jdbc.sql("select id from discrepancy where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    // a statement of its own, as one that waits sees the row anew and the audit trail as before
    return jdbc.sql(DiscrepancyList.ITEM + DiscrepancyList.FROM + "where d.id = :id")
        .param("id", id)
        .query(DiscrepancyList::item)
        .optional();
  }

  private Optional<Refusal> ofOtherOffice(WorkItem item, Decider by) {
    return by.office()
        .filter(office -> !pages.isOf(item.id(), office))
        .map(office -> Refusal.of(RefusalKind.OTHER_OFFICE, item.id(), office));
  }

  private static Optional<Refusal> ofWholeCounty(WorkItem item, Decider by) {
    return by.office().map(office -> Refusal.of(RefusalKind.WHOLE_COUNTY, item.id(), office));
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
