package org.sunlitledger.intake.inbox;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.delivery.DeliveryLines;
import org.sunlitledger.intake.delivery.FileParts;
import org.sunlitledger.intake.delivery.FileParts.FilePart;
import org.sunlitledger.intake.delivery.NewDeliveries;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.file.FileKind;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.inbox.FilePreview.EarlierDelivery;
import org.sunlitledger.intake.inbox.FilePreview.FoundProblem;
import org.sunlitledger.intake.inbox.FilePreview.PartPreview;
import org.sunlitledger.intake.inbox.KnownFiles.KnownSheet;
import org.sunlitledger.intake.inbox.NewParts.DecidedParts;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.line.FailedFile;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.register.Field;

/**
 * Reads a file of an inbox as the next run would, and writes nothing. Cost: as long as the run
 * takes to read the file.
 */
@Component
public final class Preview {
  private final InboxFiles files;
  private final FileParts parts;
  private final NewParts newParts;
  private final NewDeliveries deliveries;
  private final KnownFiles known;
  private final InboxEntries entries;
  private final Openings openings;
  private final HiddenNames hidden;
  private final JdbcClient jdbc;
  private final Clock clock;

  Preview(
      InboxFiles files,
      FileParts parts,
      NewParts newParts,
      NewDeliveries deliveries,
      KnownFiles known,
      InboxEntries entries,
      Openings openings,
      HiddenNames hidden,
      JdbcClient jdbc,
      Clock clock) {
    this.files = files;
    this.parts = parts;
    this.newParts = newParts;
    this.deliveries = deliveries;
    this.known = known;
    this.entries = entries;
    this.openings = openings;
    this.hidden = hidden;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What a file is.
   *
   * @param inbox a folder without links in its path
   * @param file below it
   * @param reportYear of the run
   * @throws NoSuchFileException if it is not there any more
   */
  public FilePreview of(Path inbox, Path file, int reportYear) throws IOException {
    EntryState state = files.state(inbox, file);
    if (!state.isDelivery()) {
      return FilePreview.notRead(state);
    }
    if (state != EntryState.FILE) {
      return unread(inbox, file, state, reportYear);
    }
    try {
      FileSurvey survey = FileSurvey.survey(file);
      Optional<EntryState> listed = EntryState.listedOnly(FileKind.detect(file));
      return listed.isPresent()
          ? FilePreview.listedOnly(listed.get(), survey)
          : read(scanned(inbox, file, survey, reportYear));
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (IOException unreadable) {
      return unread(inbox, file, EntryState.UNREADABLE, reportYear);
    }
  }

  /**
   * What a file is as a part of a register that is named as a whole, as {@link NamedFiles} takes
   * it: its name says nothing, and it may have been received before.
   *
   * @throws NoSuchFileException if it is not there any more
   */
  public FilePreview ofNamed(Path file, int year) throws IOException {
    try {
      FileSurvey survey = FileSurvey.survey(file);
      Optional<EntryState> listed = EntryState.listedOnly(FileKind.detect(file));
      return listed.isPresent()
          ? FilePreview.listedOnly(listed.get(), survey)
          : named(year, survey.sha256(), survey.bytes(), readNamed(file, survey, year));
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (IOException unreadable) {
      FilePart refused = FilePart.refused(0, "", UnreadFile.fault(EntryState.UNREADABLE, file));
      return named(year, "", 0, List.of(refused(refused, year)));
    }
  }

  private List<PartPreview> readNamed(Path file, FileSurvey survey, int year) throws IOException {
    String name = FilePath.shown(file);
    try (DeliveredFile content = DeliveredFile.of(file, survey)) {
      List<PartPreview> previews = new ArrayList<>();
      for (FilePart part : parts.find(content, name, survey)) {
        previews.add(
            part.fault().isPresent()
                ? refused(part, year)
                : preview(part, year, Optional.empty(), content, name));
      }
      return previews;
    }
  }

  private static FilePreview named(int year, String sha256, long bytes, List<PartPreview> parts) {
    return new FilePreview(EntryState.FILE, sha256, bytes, year, false, Optional.empty(), parts);
  }

  private ScannedFile scanned(Path inbox, Path file, FileSurvey survey, int reportYear) {
    return newParts.scanned(inbox, OffsetDateTime.now(clock), reportYear, file, survey);
  }

  private FilePreview unread(Path inbox, Path file, EntryState state, int reportYear) {
    ScannedFile scanned = scanned(inbox, file, UnreadFile.survey(file), reportYear);
    FilePart refused = FilePart.refused(0, "", UnreadFile.fault(state, file));
    return preview(
        scanned, scanned.years().get(0), List.of(refused(refused, scanned.years().get(0))));
  }

  private FilePreview read(ScannedFile file) throws IOException {
    Map<Integer, KnownSheet> delivered =
        known.delivered(file.path(), file.name().name(), file.sha256(), file.years());
    boolean wasSeen = entries.wasSeenAtLastScan(file.path(), file.sha256());
    if (KnownFiles.isKnown(delivered, wasSeen)) {
      return new FilePreview(
          EntryState.FILE,
          file.sha256(),
          file.survey().bytes(),
          file.years().get(0),
          file.name().isMarked(),
          earlier(delivered.values()),
          List.of());
    }
    try (DeliveredFile content = file.open()) {
      String name = FilePath.shown(file.inbox(), file.path());
      DecidedParts decided =
          newParts.decide(file, content, parts.find(content, name, file.survey()));
      List<PartPreview> previews = new ArrayList<>();
      for (FilePart part : decided.parts()) {
        boolean stands =
            delivered.containsKey(part.sheet()) && delivered.get(part.sheet()).isCurrent();
        if (!stands) {
          previews.add(preview(part, decided, content, name));
        }
      }
      return preview(file, decided.year(), previews);
    }
  }

  private static FilePreview preview(ScannedFile file, int year, List<PartPreview> parts) {
    return new FilePreview(
        EntryState.FILE,
        file.sha256(),
        file.survey().bytes(),
        year,
        file.name().isMarked(),
        Optional.empty(),
        parts);
  }

  private PartPreview preview(
      FilePart part, DecidedParts decided, DeliveredFile content, String name) {
    if (part.fault().isPresent()) {
      return refused(part, decided.year());
    }
    Optional<Integer> year =
        part.supplements().isEmpty()
            ? Optional.of(decided.year())
            : deliveries.supplementedYear(part);
    if (year.isEmpty()) {
      return refused(NewDeliveries.withoutDelivery(part), decided.year());
    }
    return preview(
        part,
        year.get(),
        Optional.ofNullable(decided.superseded().get(part.sheet())).flatMap(this::earlier),
        content,
        name);
  }

  private PartPreview preview(
      FilePart part,
      int year,
      Optional<EarlierDelivery> corrects,
      DeliveredFile content,
      String name) {
    ReadPart read = read(part, content, name);
    List<FoundProblem> remarks = new ArrayList<>();
    part.warnings().forEach((finding, line) -> remarks.add(problem(finding, line)));
    remarks.addAll(read.remarks());
    return new PartPreview(
        hidden.hide(part.sheetName()),
        year,
        part.header().map(found -> found.header().register().name()),
        units(part),
        read.lines(),
        corrects,
        part.supplements(),
        read.fault().map(fault -> problem(fault.finding(), fault.line())),
        remarks);
  }

  private PartPreview refused(FilePart part, int year) {
    return new PartPreview(
        hidden.hide(part.sheetName()),
        year,
        part.header().map(found -> found.header().register().name()),
        List.of(),
        0,
        Optional.empty(),
        part.supplements(),
        part.fault().map(fault -> problem(fault.finding(), fault.line())),
        List.of());
  }

  /** The result of reading all lines of a part. */
  private record ReadPart(int lines, Optional<FileFault> fault, List<FoundProblem> remarks) {}

  private ReadPart read(FilePart part, DeliveredFile content, String name) {
    int lines = 0;
    try (Openings.OpenedDelivery opened = openings.open(content, name, part.sheet())) {
      DeliveryLines below = opened.lines();
      Optional<SourceLine> line = below.next();
      while (line.isPresent()) {
        lines++;
        line = below.next();
      }
      List<FoundProblem> remarks =
          below.findings().all().stream()
              .map(found -> problem(found.finding(), found.line()))
              .toList();
      return new ReadPart(lines, Optional.empty(), remarks);
    } catch (FileFault broken) {
      return new ReadPart(lines, Optional.of(broken), List.of());
    } catch (IOException unreadable) {
      FileFault fault = UnreadFile.fault(EntryState.UNREADABLE, content.path());
      return new ReadPart(lines, Optional.of(fault), List.of());
    } catch (RuntimeException problem) {
      return new ReadPart(lines, Optional.of(FailedFile.fault(problem)), List.of());
    }
  }

  private FoundProblem problem(ShapeFinding finding, int line) {
    return new FoundProblem(
        line,
        new ShapeFinding(
            finding.rule(),
            hidden.hide(finding.field()),
            hidden.hide(PersonalText.masked(finding.found())),
            PersonalText.masked(finding.expected())));
  }

  private static List<MoneyUnit> units(FilePart part) {
    return part.header().stream()
        .flatMap(found -> found.header().columns().stream())
        .flatMap(Optional::stream)
        .filter(column -> column.field().type() == Field.FieldType.MONEY)
        .map(HeaderColumn::unit)
        .distinct()
        .toList();
  }

  private Optional<EarlierDelivery> earlier(Collection<KnownSheet> sheets) {
    return sheets.stream().findFirst().map(KnownSheet::delivery).flatMap(this::earlier);
  }

  private Optional<EarlierDelivery> earlier(long id) {
    return jdbc.sql("select id, name, status, received_at from delivery where id = :id")
        .param("id", id)
        .query(
            (row, at) ->
                new EarlierDelivery(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class)))
        .optional();
  }
}
