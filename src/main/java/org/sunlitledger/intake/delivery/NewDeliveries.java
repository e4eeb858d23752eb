package org.sunlitledger.intake.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.delivery.FileParts.FilePart;
import org.sunlitledger.intake.file.DeliveryName;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HandedIn;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;

/** Enters the parts of files as deliveries, in the caller's transaction. */
@Component
public class NewDeliveries {
  private final Deliveries deliveries;
  private final HiddenNames hidden;
  private final JdbcClient jdbc;
  private final Clock clock;

  NewDeliveries(Deliveries deliveries, HiddenNames hidden, JdbcClient jdbc, Clock clock) {
    this.deliveries = deliveries;
    this.hidden = hidden;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Enters a file.
   *
   * @param superseded for each sheet, the delivery that its part corrects, according to the name
   * @param stands whether a sheet is imported already and counts
   */
  public void enter(
      HandedIn file, List<FilePart> parts, Map<Integer, Long> superseded, IntPredicate stands) {
    for (FilePart part : parts) {
      if (!stands.test(part.sheet())) {
        // the names of people on its lines are known only now
        DeliveryName name =
            parts.size() == 1 ? file.name() : file.name().withSheet(part.sheetName());
        HandedIn sheet = file.withName(name.hidden(hidden));
        Optional<Long> predecessor = Optional.ofNullable(superseded.get(part.sheet()));
        if (part.supplements().isEmpty()) {
          enter(sheet, part, predecessor);
        } else {
          enterSupplement(sheet, part, predecessor);
        }
      }
    }
  }

  private void enter(HandedIn sheet, FilePart part, Optional<Long> predecessor) {
    supersedeRefused(sheet);
    add(sheet, part, predecessor);
  }

  /**
   * Enters a supplement for the year of the delivery that it names, which must be of the same
   * register.
   */
  private void enterSupplement(HandedIn sheet, FilePart part, Optional<Long> predecessor) {
    Optional<Integer> year = supplementedYear(part);
    if (year.isPresent()) {
      enter(sheet.forYear(year.get()), part, predecessor);
    } else {
      enter(sheet, withoutDelivery(part), Optional.empty());
    }
  }

  /** A supplement that is rejected because the delivery that it names cannot be supplemented. */
  public static FilePart withoutDelivery(FilePart supplement) {
    FileFault fault =
        new FileFault(
            ShapeRule.FILE_SUPPLEMENT,
            String.valueOf(supplement.supplements().orElseThrow()),
            register(supplement).orElseThrow());
    return FilePart.refused(supplement.sheet(), supplement.sheetName(), fault);
  }

  /** The year of the delivery that a supplement names; empty if it cannot be supplemented. */
  public Optional<Integer> supplementedYear(FilePart supplement) {
    return jdbc.sql(
            """
            select year
            from delivery
            where id = :id
              and register = :register
              and status in ('live', 'offered')
            """)
        .param("id", supplement.supplements().orElseThrow())
        .param("register", register(supplement).orElseThrow())
        .query(Integer.class)
        .optional();
  }

  private static Optional<String> register(FilePart part) {
    return part.header().map(found -> found.header().register().name());
  }

  /** Enters one part of a file, regardless of other parts. */
  public void add(HandedIn sheet, FilePart part, Optional<Long> predecessor) {
    add(sheet, part, register(part).orElse(null), predecessor);
  }

  /** Enters a part for a register that is known even if the part cannot be read. */
  public void add(
      HandedIn sheet, FilePart part, @Nullable String register, Optional<Long> predecessor) {
    DeliveryName name = sheet.name();
    FileSurvey survey = sheet.survey();
    long id =
        jdbc.sql(
                """
                insert into delivery
                  (register, year, name, original, marked, office, sha256, bytes, charset, status,
                    path, sheet, supersedes, supplements, named, titles, fields, units, received_at)
                values
                  (:register, :year, :name, :original, :marked, :office, :sha256, :bytes, :charset,
                    :status, :path, :sheet, :supersedes, :supplements, :supplements, :titles,
                    :fields, :units, :now)
                returning id
                """)
            .param("register", register)
            .param("year", sheet.year())
            .param("name", name.name())
            .param("original", name.original())
            .param("marked", name.isMarked())
            .param("office", name.office())
            .param("sha256", survey.sha256())
            .param("bytes", survey.bytes())
            .param("charset", survey.charset().orElse(StandardCharsets.UTF_8).name())
            .param("status", part.fault().isPresent() ? "refused" : "received")
            .param("path", hidden.kept(sheet.file()))
            .param("sheet", part.sheet())
            .param("supersedes", register == null ? null : predecessor.orElse(null))
            .param("supplements", part.supplements().orElse(null))
            .param("titles", hidden.hide(part.titles()))
            .param("fields", part.fields())
            .param("units", part.units())
            .param("now", OffsetDateTime.now(clock))
            .query(Long.class)
            .single();
    part.fault().ifPresent(why -> deliveries.addFinding(id, why.finding(), why.line()));
    part.warnings().forEach((warning, line) -> deliveries.addFinding(id, warning, line));
  }

  /** Reads a part again if it was rejected before. Other parts are imported already. */
  public void readAgain(long id, FilePart part, String register) {
    int again =
        jdbc.sql(
                """
                update delivery
                set status = :status,
                  register = :register,
                  titles = :titles,
                  fields = :fields,
                  units = :units
                where id = :id
                  and (
                    status = 'refused'
                    or status = 'superseded' and live_at is null and lines_read = 0
                  )
                """)
            .param("status", part.fault().isPresent() ? "refused" : "received")
            .param("register", register)
            .param("titles", part.titles())
            .param("fields", part.fields())
            .param("units", part.units())
            .param("id", id)
            .update();
    if (again > 0) {
      jdbc.sql("delete from finding where delivery_id = :id").param("id", id).update();
      part.fault().ifPresent(why -> deliveries.addFinding(id, why.finding(), why.line()));
      part.warnings().forEach((warning, line) -> deliveries.addFinding(id, warning, line));
    }
  }

  /**
   * Supersedes a file that was rejected as a whole once another file replaces it. The replacement
   * may be a file of another kind.
   */
  public void supersedeRefused(HandedIn other) {
    jdbc.sql(
            """
            update delivery
            set status = 'superseded'
            where regexp_replace(original, '[.][^./]*$', '') = :stem
              and year = :year
              and status = 'refused'
              and (sha256 <> :other or path <> :path)
            """)
        .param("stem", other.name().stem())
        .param("year", other.year())
        .param("other", other.survey().sha256())
        .param("path", hidden.kept(other.file()))
        .update();
  }

  /** Supersedes a file that was rejected for its name once its bytes arrive under another name. */
  public void supersedeSameBytes(HandedIn other) {
    jdbc.sql(
            """
            update delivery
            set status = 'superseded'
            where sha256 = :sha256
              and bytes > 0
              and path <> :path
              and status = 'refused'
            """)
        .param("sha256", other.survey().sha256())
        .param("path", hidden.kept(other.file()))
        .update();
  }
}
