package org.sunlitledger.intake.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.decision.RecordedText;
import org.sunlitledger.decision.Refusal;
import org.sunlitledger.decision.Signature;
import org.sunlitledger.intake.delivery.FileParts;
import org.sunlitledger.intake.delivery.FileParts.FilePart;
import org.sunlitledger.intake.delivery.NewDeliveries;
import org.sunlitledger.intake.file.DeliveryName;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HandedIn;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.kinship.AcceptedKinships;
import org.sunlitledger.intake.kinship.Kinship;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.quantity.text.Moment;

/**
 * Records human decisions on questions that the program cannot decide: whether a file corrects an
 * earlier one or counts in addition, and whether a line with a key similar to another one is a
 * separate record. The next night imports the file, or judges the line again, according to the
 * decision.
 */
@Component
public class Acceptance {
  /** The rule that rejects a line with a key similar to another one. */
  public static final String SIMILAR_KEY = "similar-key";

  private final AcceptedKinships accepted;
  private final HiddenNames hidden;
  private final FileParts parts;
  private final NewDeliveries fresh;
  private final JdbcClient jdbc;
  private final ClosedYears closed;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Acceptance(
      AcceptedKinships accepted,
      HiddenNames hidden,
      FileParts parts,
      NewDeliveries fresh,
      JdbcClient jdbc,
      ClosedYears closed,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.accepted = accepted;
    this.hidden = hidden;
    this.parts = parts;
    this.fresh = fresh;
    this.jdbc = jdbc;
    this.closed = closed;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The result of a decision. */
  public sealed interface AcceptanceResult permits Accepted, RefusedAcceptance {}

  /**
   * The decision is recorded.
   *
   * @param place the file, or its line
   * @param corrects the delivery that the file corrects; empty if it counts in addition to the
   *     others
   * @param isThere whether the file is still in its place, so that the next night imports it
   */
  public record Accepted(String place, Optional<Long> corrects, boolean isThere)
      implements AcceptanceResult {}

  /** The decision is refused and nothing has changed. */
  public record RefusedAcceptance(Refusal why) implements AcceptanceResult {}

  private record Item(
      long number,
      long delivery,
      int line,
      String status,
      int year,
      String register,
      int sheet,
      DeliveryName name,
      String sha256,
      List<String> places) {

    String place() {
      return line == 0 ? name.name() : name.name() + ":" + line;
    }
  }

  /** The reason why a decision is not possible. */
  private static final class Refusing extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal why;

    Refusing(Refusal.RefusalKind kind, Object... arguments) {
      this.why = Refusal.of(kind, arguments);
    }
  }

  /**
   * Accepts an open item: a file as a correction of a delivery or as an additional one, or a line
   * as a separate record.
   *
   * @param number of the open item
   * @param corrects the delivery that the file corrects; empty if it counts in addition to the
   *     others
   * @param why at most 500 characters; may be empty
   * @param by the person who decides, at most 40 characters
   */
  public AcceptanceResult accept(long number, Optional<Long> corrects, String why, String by) {
    Optional<Refusal> unsigned =
        RecordedText.BY
            .fault(by)
            .or(() -> why.isBlank() ? Optional.empty() : RecordedText.WHY.fault(why));
    if (unsigned.isPresent()) {
      return new RefusedAcceptance(unsigned.get());
    }
    try {
      return transaction.execute(
          status -> accept(item(number), corrects, why.strip(), Signature.of(by)));
    } catch (Refusing refused) {
      return new RefusedAcceptance(refused.why);
    }
  }

  private Accepted accept(Item item, Optional<Long> corrects, String why, Signature by) {
    boolean isThere =
        item.line() == 0
            ? acceptFile(item, corrects, why, by)
            : acceptLine(item, corrects, why, by);
    String as = corrects.map(one -> "correction-of " + one).orElse("further");
    audit.add(
        by.name(),
        "accept",
        item.year(),
        item.number(),
        "%s: %s%s".formatted(item.place(), as, why.isEmpty() ? "" : ": " + why));
    return new Accepted(item.place(), corrects, isThere);
  }

  private Item item(long number) {
    Item item =
        jdbc.sql(
                """
                select i.id, d.id, i.line, d.status, d.year, coalesce(d.register, ''), d.sheet,
                  d.name, d.original, d.marked::integer, d.office, d.sha256,
                  array_remove(array[d.path, d.archived_as], null)
                from open_item i
                join delivery d on d.id = i.delivery_id
                where i.id = :number
                for update of d
                """)
            .param("number", number)
            .query(
                (row, at) ->
                    new Item(
                        row.getLong(1),
                        row.getLong(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getInt(7),
                        new DeliveryName(
                            row.getString(8), row.getString(9), row.getInt(10), row.getString(11)),
                        row.getString(12),
                        List.of((String[]) row.getArray(13).getArray())))
            .optional()
            .orElseThrow(() -> new Refusing(Refusal.RefusalKind.UNKNOWN_OPEN, number));
    Optional<ClosedYears.FreezingClose> close = closed.freezing(item.year());
    if (close.isPresent()) {
      throw new Refusing(
          Refusal.RefusalKind.CLOSED_WITH_YEAR,
          number,
          close.get().year(),
          close.get().by(),
          Moment.in(clock.getZone(), close.get().at()));
    }
    return item;
  }

  private boolean acceptFile(Item item, Optional<Long> corrects, String why, Signature by) {
    if (!item.status().equals("refused") || !hasFinding(item, ShapeRule.FILE_KINSHIP.id())) {
      throw new Refusing(Refusal.RefusalKind.NOT_ACCEPTABLE, item.number());
    }
    corrects
        .filter(one -> !isCorrectable(item, one))
        .ifPresent(
            one -> {
              throw new Refusing(
                  Refusal.RefusalKind.NOT_CORRECTABLE, one, item.register(), item.year());
            });
    accepted.keep(
        item.delivery(),
        corrects.<Kinship>map(Kinship.Correction::new).orElseGet(Kinship.Further::new),
        by.name(),
        why);
    // if the file is missing, its bytes count as new when they are handed in again
    jdbc.sql("update delivery set status = 'superseded' where id = :id")
        .param("id", item.delivery())
        .update();
    return item.places().stream().anyMatch(kept -> isEnteredAgain(item, kept));
  }

  private boolean isCorrectable(Item item, long earlier) {
    return jdbc.sql(
            """
            select exists (
              select
              from delivery
              where id = :earlier
                and register = :register
                and year = :year
                and status = 'live'
                and supplements is null
            )
            """)
        .param("earlier", earlier)
        .param("register", item.register())
        .param("year", item.year())
        .query(Boolean.class)
        .single();
  }

  /**
   * Enters the file again from its current place, as the last delivery. Lines that it has in common
   * with earlier deliveries then count as its own repeated lines.
   */
  private boolean isEnteredAgain(Item item, String kept) {
    try {
      Path file = hidden.find(kept);
      FileSurvey survey = FileSurvey.survey(file);
      Optional<FilePart> part =
          survey.sha256().equals(item.sha256()) ? part(file, survey, item) : Optional.empty();
      part.ifPresent(
          one ->
              fresh.add(
                  new HandedIn(file, item.name(), item.year(), survey), one, Optional.empty()));
      return part.isPresent();
    } catch (IOException unreadable) {
      return false;
    }
  }

  private Optional<FilePart> part(Path path, FileSurvey survey, Item item) throws IOException {
    try (DeliveredFile file = DeliveredFile.of(path, survey)) {
      return parts.find(file, item.name().name(), survey).stream()
          .filter(one -> one.sheet() == item.sheet())
          .findFirst();
    }
  }

  private boolean acceptLine(Item item, Optional<Long> corrects, String why, Signature by) {
    boolean isSimilar = item.status().equals("live") && hasFinding(item, SIMILAR_KEY);
    if (!isSimilar || corrects.isPresent()) {
      throw new Refusing(Refusal.RefusalKind.NOT_ACCEPTABLE, item.number());
    }
    jdbc.sql(
            """
            insert into accepted_line (delivery_id, line, accepted_by, accepted_at, why)
            values (:id, :line, :by, :now, :why)
            on conflict (delivery_id, line) do nothing
            """)
        .param("id", item.delivery())
        .param("line", item.line())
        .param("by", by.name())
        .param("now", OffsetDateTime.now(clock))
        .param("why", why)
        .update();
    return true;
  }

  private boolean hasFinding(Item item, String rule) {
    return jdbc.sql(
            """
            select exists (
              select
              from finding
              where delivery_id = :id
                and coalesce(line, 0) = :line
                and rule = :rule
                and severity = 'error'
            )
            """)
        .param("id", item.delivery())
        .param("line", item.line())
        .param("rule", rule)
        .query(Boolean.class)
        .single();
  }
}
