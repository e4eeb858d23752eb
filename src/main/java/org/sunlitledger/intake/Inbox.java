package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.intake.FileParts.Part;

/** Enters the files of an inbox as deliveries: what they are and for which register. */
@Component
public final class Inbox {
  private final InboxFiles files;
  private final FileParts parts;
  private final KnownFiles known;
  private final Predecessors predecessors;
  private final Deliveries deliveries;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Inbox(
      InboxFiles files,
      FileParts parts,
      KnownFiles known,
      Predecessors predecessors,
      Deliveries deliveries,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.files = files;
    this.parts = parts;
    this.known = known;
    this.predecessors = predecessors;
    this.deliveries = deliveries;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What a look into the inbox came to.
   *
   * @param entered files that are new
   * @param known files that are already in
   * @param unfinished files that are still being written
   */
  public record Scan(int entered, int known, List<Path> unfinished) {}

  /** Enters every new file; the same file twice is the same delivery as long as it stands. */
  public Scan scan(Path inbox, int year) throws IOException {
    InboxFiles.Found found = files.in(inbox);
    known.forgetOthers(
        inbox, Stream.concat(found.ready().stream(), found.unfinished().stream()).toList());
    int entered = 0;
    for (Path file : inOrder(inbox, found.ready())) {
      if (enter(inbox, file, year)) {
        entered++;
      }
    }
    return new Scan(entered, found.ready().size() - entered, found.unfinished());
  }

  /** A correction goes behind what it corrects, whatever comes first by path. */
  private static List<Path> inOrder(Path inbox, List<Path> files) {
    return files.stream()
        .sorted(Comparator.comparing(file -> DeliveryName.of(inbox, file), DeliveryName.ORDER))
        .toList();
  }

  private boolean enter(Path inbox, Path file, int run) throws IOException {
    DeliveryName name = DeliveryName.of(inbox, file);
    int year = name.year(run);
    FileSurvey survey = FileSurvey.of(file);
    Map<Integer, Boolean> standing = known.delivered(file, survey.sha256(), year);
    boolean layThere = known.layThere(file, survey.sha256());
    boolean isKnown = !standing.isEmpty() && (layThere || !standing.containsValue(false));
    Entry entry = isKnown ? new Entry(List.of(), Map.of()) : entry(name, year, file, survey);
    transaction.executeWithoutResult(
        status -> {
          known.remember(file, survey.sha256());
          if (!layThere) {
            supersedeRefused(name, year, file, survey);
          }
          enter(file, name, year, survey, entry, sheet -> standing.getOrDefault(sheet, false));
        });
    return !isKnown;
  }

  /**
   * What is to be entered of a file.
   *
   * @param superseded by sheet, the delivery that its part stands for from now on
   */
  record Entry(List<Part> parts, Map<Integer, Long> superseded) {}

  private Entry entry(DeliveryName name, int year, Path file, FileSurvey survey)
      throws IOException {
    List<Part> found = parts.of(file, survey);
    try {
      return new Entry(found, predecessors.of(name, year, survey, found));
    } catch (FileFault whole) {
      return new Entry(List.of(Part.refused(0, "", whole)), Map.of());
    }
  }

  /**
   * Enters the parts of a file; part of the caller's transaction.
   *
   * @param stands whether a sheet is in already
   */
  void enter(
      Path file, DeliveryName name, int year, FileSurvey survey, Entry entry, IntPredicate stands) {
    for (Part part : entry.parts()) {
      if (!stands.test(part.sheet())) {
        DeliveryName own = entry.parts().size() == 1 ? name : name.of(part.sheetName());
        Optional<Long> predecessor = Optional.ofNullable(entry.superseded().get(part.sheet()));
        if (part.supplements().isEmpty()) {
          insert(file, own, year, survey, part, predecessor);
        } else {
          insertSupplement(file, own, year, survey, part, predecessor);
        }
      }
    }
  }

  /** A supplement is for the year of the delivery it names, which must be of the same register. */
  private void insertSupplement(
      Path file,
      DeliveryName name,
      int year,
      FileSurvey survey,
      Part part,
      Optional<Long> predecessor) {
    long supplemented = part.supplements().orElseThrow();
    String register = part.header().orElseThrow().header().register().name();
    Optional<Integer> ofYear =
        jdbc.sql(
                """
                select year
                from delivery
                where id = :id
                  and register = :register
                  and status = 'live'
                """)
            .param("id", supplemented)
            .param("register", register)
            .query(Integer.class)
            .optional();
    if (ofYear.isPresent()) {
      insert(file, name, ofYear.get(), survey, part, predecessor);
    } else {
      FileFault fault =
          new FileFault(
              ShapeRule.FILE_SUPPLEMENT, String.valueOf(supplemented), String.valueOf(register));
      Part refused = Part.refused(part.sheet(), part.sheetName(), fault);
      insert(file, name, year, survey, refused, Optional.empty());
    }
  }

  private void insert(
      Path file,
      DeliveryName name,
      int year,
      FileSurvey survey,
      Part part,
      Optional<Long> predecessor) {
    String register = part.header().map(found -> found.header().register().name()).orElse(null);
    supersedeRefused(name, year, file, survey);
    long id =
        jdbc.sql(
                """
                insert into delivery
                  (register, year, name, original, office, sha256, bytes, charset, status,
                    path, sheet, supersedes, supplements, named, titles, fields, units, received_at)
                values
                  (:register, :year, :name, :original, :office, :sha256, :bytes, :charset, :status,
                    :path, :sheet, :supersedes, :supplements, :supplements, :titles, :fields, :units,
                    :now)
                returning id
                """)
            .param("register", register)
            .param("year", year)
            .param("name", name.name())
            .param("original", name.original())
            .param("office", name.office())
            .param("sha256", survey.sha256())
            .param("bytes", survey.bytes())
            .param("charset", survey.charset().orElse(StandardCharsets.UTF_8).name())
            .param("status", part.fault().isPresent() ? "refused" : "received")
            .param("path", file.toAbsolutePath().toString())
            .param("sheet", part.sheet())
            .param("supersedes", register == null ? null : predecessor.orElse(null))
            .param("supplements", part.supplements().orElse(null))
            .param("titles", part.titles())
            .param("fields", part.fields())
            .param("units", part.units())
            .param("now", OffsetDateTime.now(clock))
            .query(Long.class)
            .single();
    part.fault().ifPresent(why -> deliveries.addFinding(id, why.finding(), why.line()));
    part.warnings().forEach((warning, line) -> deliveries.addFinding(id, warning, line));
  }

  /**
   * A file that was refused as a whole is done with once there is another for it; it may have had
   * to be saved as another kind of file.
   */
  private void supersedeRefused(DeliveryName name, int year, Path file, FileSurvey other) {
    jdbc.sql(
            """
            update delivery
            set status = 'superseded'
            where regexp_replace(original, '[.][^./]*$', '') = :stem
              and year = :year
              and status = 'refused'
              and (sha256 <> :other or path <> :path)
            """)
        .param("stem", name.stem())
        .param("year", year)
        .param("other", other.sha256())
        .param("path", file.toAbsolutePath().toString())
        .update();
  }
}
