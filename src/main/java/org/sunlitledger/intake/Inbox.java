package org.sunlitledger.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.intake.FileParts.Part;

/** Enters the files of an inbox as deliveries: what they are and for which register. */
@Component
public final class Inbox {
  private final InboxFiles files;
  private final FileParts parts;
  private final InboxEntries entries;
  private final KnownFiles known;
  private final FileYear fileYear;
  private final Predecessors predecessors;
  private final Deliveries deliveries;
  private final HiddenNames hidden;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Inbox(
      InboxFiles files,
      FileParts parts,
      InboxEntries entries,
      KnownFiles known,
      FileYear fileYear,
      Predecessors predecessors,
      Deliveries deliveries,
      HiddenNames hidden,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.files = files;
    this.parts = parts;
    this.entries = entries;
    this.known = known;
    this.fileYear = fileYear;
    this.predecessors = predecessors;
    this.deliveries = deliveries;
    this.hidden = hidden;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Enters every new file of a folder, which may be a link to one; the same file twice is the same
   * delivery as long as it counts. What each entry of the folder is can be asked of {@link
   * InboxAccount}.
   *
   * @param now when this look begins
   */
  public void scan(Path folder, int year, OffsetDateTime now) throws IOException {
    Path inbox = folder.toRealPath();
    List<InboxFiles.Entry> found = files.in(inbox);
    entries.markGone(inbox, found.stream().map(InboxFiles.Entry::path).toList());
    for (InboxFiles.Entry entry : inOrder(inbox, found)) {
      if (entry.state().isDelivery()) {
        enter(new Look(inbox, year, now), entry);
      } else {
        entries.see(inbox, entry.path(), entry.state(), "", now);
      }
    }
  }

  /**
   * A look at an inbox.
   *
   * @param run year of the run
   * @param at when it begins
   */
  private record Look(Path inbox, int run, OffsetDateTime at) {}

  /** A correction goes behind what it corrects, whatever comes first by path. */
  private static List<InboxFiles.Entry> inOrder(Path inbox, List<InboxFiles.Entry> entries) {
    return entries.stream()
        .sorted(
            Comparator.comparing(entry -> DeliveryName.of(inbox, entry.path()), DeliveryName.ORDER))
        .toList();
  }

  /** A file that vanishes, or cannot be read, concerns nothing but itself. */
  private void enter(Look look, InboxFiles.Entry entry) {
    Path file = entry.path();
    try {
      if (entry.state() == EntryState.FILE) {
        FileSurvey survey = FileSurvey.of(file);
        Optional<EntryState> listed = EntryState.listedOnly(FileKind.of(file));
        if (listed.isPresent()) {
          entries.see(look.inbox(), file, listed.get(), survey.sha256(), look.at());
        } else {
          enter(look, file, survey, () -> parts.of(file, survey));
        }
      } else {
        enterUnread(look, file, UnreadFile.fault(entry.state(), file));
      }
    } catch (NoSuchFileException gone) {
      entries.see(look.inbox(), file, EntryState.VANISHED, "", look.at());
    } catch (IOException unreadable) {
      enterUnread(look, file, UnreadFile.fault(EntryState.UNREADABLE, file));
    }
  }

  private void enterUnread(Look look, Path file, FileFault fault) {
    try {
      enter(look, file, UnreadFile.survey(file), () -> List.of(Part.refused(0, "", fault)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Finds the parts of a file. */
  private interface PartSource {
    List<Part> get() throws IOException;
  }

  private void enter(Look look, Path file, FileSurvey survey, PartSource source)
      throws IOException {
    DeliveryName named = DeliveryName.of(look.inbox(), file);
    List<Integer> years = named.years().candidates(look.run());
    DeliveryName name = named.hidden(hidden);
    Map<Integer, Boolean> standing = known.delivered(file, survey.sha256(), years);
    boolean layThere = entries.layThere(file, survey.sha256());
    boolean isKnown = !standing.isEmpty() && (layThere || !standing.containsValue(false));
    Entry entry =
        isKnown
            ? new Entry(years.get(0), List.of(), Map.of())
            : entry(name, years, file, survey, source.get());
    transaction.executeWithoutResult(
        status -> {
          entries.see(look.inbox(), file, EntryState.FILE, survey.sha256(), look.at());
          if (!layThere) {
            supersedeRefused(name, entry.year(), file, survey);
            supersedeSameBytes(file, survey);
          }
          enter(file, name, survey, entry, sheet -> standing.getOrDefault(sheet, false));
        });
  }

  /**
   * What is to be entered of a file.
   *
   * @param superseded by sheet, the delivery that its part corrects as far as the name says
   */
  record Entry(int year, List<Part> parts, Map<Integer, Long> superseded) {}

  private Entry entry(
      DeliveryName name, List<Integer> candidates, Path file, FileSurvey survey, List<Part> found)
      throws IOException {
    for (Part part : found) {
      // what is not read, such as a link, is not read for names either
      if (survey.bytes() > 0) {
        hidden.learn(EarlyNames.in(file, survey, part));
      }
    }
    int year = candidates.get(0);
    try {
      year = fileYear.of(candidates, file, survey, found);
      return new Entry(year, found, predecessors.of(name, year, survey, found));
    } catch (FileFault whole) {
      return new Entry(year, List.of(Part.refused(0, "", whole)), Map.of());
    }
  }

  /**
   * Enters the parts of a file; part of the caller's transaction.
   *
   * @param stands whether a sheet is in already
   */
  void enter(Path file, DeliveryName name, FileSurvey survey, Entry entry, IntPredicate stands) {
    int year = entry.year();
    for (Part part : entry.parts()) {
      if (!stands.test(part.sheet())) {
        DeliveryName own =
            (entry.parts().size() == 1 ? name : name.of(part.sheetName())).hidden(hidden);
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
    supersedeRefused(name, year, file, survey);
    add(file, name, year, survey, part, predecessor);
  }

  /** Enters one part of a file; part of the caller's transaction. */
  void add(
      Path file,
      DeliveryName name,
      int year,
      FileSurvey survey,
      Part part,
      Optional<Long> predecessor) {
    String register = part.header().map(found -> found.header().register().name()).orElse(null);
    long id =
        jdbc.sql(
                """
                insert into delivery
                  (register, year, name, original, marked, office, sha256, bytes, charset, status,
                    path, sheet, supersedes, supplements, named, titles, fields, units, received_at)
                values
                  (:register, :year, :name, :original, :marked, :office, :sha256, :bytes, :charset,
                    :status, :path, :sheet, :supersedes, :supplements, :supplements, :titles, :fields, :units,
                    :now)
                returning id
                """)
            .param("register", register)
            .param("year", year)
            .param("name", name.name())
            .param("original", name.original())
            .param("marked", name.isMarked())
            .param("office", name.office())
            .param("sha256", survey.sha256())
            .param("bytes", survey.bytes())
            .param("charset", survey.charset().orElse(StandardCharsets.UTF_8).name())
            .param("status", part.fault().isPresent() ? "refused" : "received")
            .param("path", hidden.kept(file))
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
        .param("path", hidden.kept(file))
        .update();
  }

  /** So is one that was refused for its name, once its bytes come under another one. */
  private void supersedeSameBytes(Path file, FileSurvey survey) {
    jdbc.sql(
            """
            update delivery
            set status = 'superseded'
            where sha256 = :sha256
              and bytes > 0
              and path <> :path
              and status = 'refused'
            """)
        .param("sha256", survey.sha256())
        .param("path", hidden.kept(file))
        .update();
  }
}
