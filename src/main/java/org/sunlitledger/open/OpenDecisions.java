package org.sunlitledger.open;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.decision.RecordedText;
import org.sunlitledger.decision.Refusal;
import org.sunlitledger.decision.Signature;
import org.sunlitledger.open.OpenItem.SetAside;
import org.sunlitledger.quantity.text.Moment;

/**
 * What people decide about open items. One sets aside, which lifts the draft mark at once; another
 * approves, which a close requires. Each decision and its line of the audit trail are written in
 * one transaction. Several items are decided all or none.
 */
@Component
public final class OpenDecisions {
  private final OpenItems items;
  private final OpenCounts counts;
  private final JdbcClient jdbc;
  private final ClosedYears closed;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OpenDecisions(
      OpenItems items,
      OpenCounts counts,
      JdbcClient jdbc,
      ClosedYears closed,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.items = items;
    this.counts = counts;
    this.jdbc = jdbc;
    this.closed = closed;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The result of a decision. */
  public sealed interface OpenDecisionResult permits OpenDecided, OpenRefused {}

  /** The items after the decision. */
  public record OpenDecided(List<OpenItem> items) implements OpenDecisionResult {}

  /** Nothing has changed. */
  public record OpenRefused(Refusal why) implements OpenDecisionResult {}

  /**
   * Sets items aside: they do not count, on the record.
   *
   * @param why at most 500 characters
   * @param by who decides, at most 40 characters
   */
  public OpenDecisionResult setAside(List<Long> numbers, String why, String by) {
    Optional<Refusal> unsigned = RecordedText.BY.fault(by).or(() -> RecordedText.WHY.fault(why));
    return unsigned
        .<OpenDecisionResult>map(OpenRefused::new)
        .orElseGet(
            () ->
                decide(
                    numbers,
                    this::notOpen,
                    item -> keepSetAside(item, why.strip(), Signature.of(by))));
  }

  /**
   * Takes back that items were set aside: they are open again.
   *
   * @param by who decides, at most 40 characters
   */
  public OpenDecisionResult undo(List<Long> numbers, String by) {
    return RecordedText.BY
        .fault(by)
        .<OpenDecisionResult>map(OpenRefused::new)
        .orElseGet(
            () -> decide(numbers, this::notSetAside, item -> keepOpen(item, Signature.of(by))));
  }

  /**
   * Agrees that an item is set aside.
   *
   * @param by another person than the one who set it aside, at most 40 characters
   */
  public OpenDecisionResult approve(long number, String by) {
    return RecordedText.BY
        .fault(by)
        .<OpenDecisionResult>map(OpenRefused::new)
        .orElseGet(
            () ->
                decide(
                    List.of(number),
                    item -> notApprovable(item, Signature.of(by)),
                    item -> keepApproved(item, Signature.of(by))));
  }

  /** Whether the number is that of an item. */
  public boolean has(long number) {
    return jdbc.sql("select exists (select from open_item where id = :id)")
        .param("id", number)
        .query(Boolean.class)
        .single();
  }

  private OpenDecisionResult decide(
      List<Long> numbers,
      Function<OpenItem, Optional<Refusal>> obstacle,
      Consumer<OpenItem> decision) {
    return transaction.execute(
        status -> {
          List<OpenItem> decided = new ArrayList<>();
          List<Long> deliveries = counts.deliveries(numbers);
          for (long number : numbers) {
            Optional<OpenItem> item = items.locked(number);
            Optional<Refusal> refusal =
                item.isEmpty()
                    ? Optional.of(Refusal.of(Refusal.RefusalKind.UNKNOWN_OPEN, number))
                    : closedWithYear(item.get()).or(() -> obstacle.apply(item.get()));
            if (refusal.isPresent()) {
              status.setRollbackOnly();
              return new OpenRefused(refusal.get());
            }
            decision.accept(item.get());
            decided.add(items.locked(number).orElseThrow());
          }
          counts.recount(deliveries);
          return new OpenDecided(decided);
        });
  }

  /** What a close has frozen stays as it was; what came later can be decided for the next close. */
  private Optional<Refusal> closedWithYear(OpenItem item) {
    return closed
        .freezing(item.year())
        .filter(close -> !item.foundAt().isAfter(close.at()))
        .map(
            close ->
                Refusal.of(
                    Refusal.RefusalKind.CLOSED_WITH_YEAR,
                    item.number(),
                    close.year(),
                    close.by(),
                    moment(close.at())));
  }

  private Optional<Refusal> notOpen(OpenItem item) {
    return item.isOpen()
        ? item.setAside().map(decided -> already(item, decided))
        : Optional.of(Refusal.of(Refusal.RefusalKind.NOT_OPEN, item.number()));
  }

  private Refusal already(OpenItem item, SetAside decided) {
    return Refusal.of(
        Refusal.RefusalKind.ALREADY_SET_ASIDE,
        item.number(),
        decided.by(),
        moment(decided.at()),
        decided.why());
  }

  private Optional<Refusal> notSetAside(OpenItem item) {
    return item.setAside().isPresent()
        ? Optional.empty()
        : Optional.of(Refusal.of(Refusal.RefusalKind.NOT_SET_ASIDE, item.number()));
  }

  private Optional<Refusal> notApprovable(OpenItem item, Signature by) {
    if (item.approved().isPresent()) {
      return item.approved()
          .map(
              approved ->
                  Refusal.of(
                      Refusal.RefusalKind.ALREADY_APPROVED,
                      item.number(),
                      approved.by(),
                      moment(approved.at())));
    }
    return notSetAside(item)
        .or(
            () ->
                item.setAside()
                    .map(decided -> new Signature(decided.by()))
                    .filter(by::isSamePerson)
                    .map(
                        same ->
                            Refusal.of(
                                Refusal.RefusalKind.SAME_PERSON, item.number(), same.name())));
  }

  private void keepSetAside(OpenItem item, String why, Signature by) {
    jdbc.sql(
            """
            update open_item
            set set_aside_by = :by, set_aside_at = :now, why = :why
            where id = :id
            """)
        .param("by", by.name())
        .param("now", OffsetDateTime.now(clock))
        .param("why", why)
        .param("id", item.number())
        .update();
    record(item, "set-aside", by, why);
  }

  private void keepOpen(OpenItem item, Signature by) {
    jdbc.sql(
            """
            update open_item
            set set_aside_by = null,
              set_aside_at = null,
              why = null,
              follows = null,
              approved_by = null,
              approved_at = null
            where id = :id
              or follows = :id
            """)
        .param("id", item.number())
        .update();
    record(item, "set-aside-undo", by, item.setAside().map(SetAside::why).orElse(""));
  }

  private void keepApproved(OpenItem item, Signature by) {
    jdbc.sql(
            """
            update open_item
            set approved_by = :by, approved_at = :now
            where id = :id
              or follows = :id
            """)
        .param("by", by.name())
        .param("now", OffsetDateTime.now(clock))
        .param("id", item.number())
        .update();
    SetAside decided = item.setAside().orElseThrow();
    record(item, "approve", by, "set aside by %s: %s".formatted(decided.by(), decided.why()));
  }

  private void record(OpenItem item, String action, Signature by, String detail) {
    String place = item.line() == 0 ? item.file() : item.file() + ":" + item.line();
    String what = item.subject().isEmpty() ? place : place + " " + item.subject();
    audit.add(by.name(), action, item.year(), item.number(), what + ": " + detail);
  }

  private String moment(OffsetDateTime at) {
    return Moment.in(clock.getZone(), at);
  }
}
