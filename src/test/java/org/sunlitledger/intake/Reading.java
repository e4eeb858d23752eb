package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.intake.delivery.DeliveryLines;
import org.sunlitledger.intake.delivery.FileParts;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.NamesInTitle;
import org.sunlitledger.intake.layout.column.RoundedNumbers;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.Recogniser;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.record.CellReader;
import org.sunlitledger.intake.record.Judged;
import org.sunlitledger.intake.record.LineJudge;
import org.sunlitledger.intake.record.MaskedCells;
import org.sunlitledger.intake.record.PersonalCells;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Registers;

/** Reads a file like a nightly run, without a database. */
public final class Reading {
  private static final int YEAR = 2020;
  private static final Registers REGISTERS = new Registers(new Definitions(Optional.empty()));

  private final FileParts parts;
  private final Openings openings;
  private final CellReader reader =
      new CellReader(new KeyedHash("test"), YEAR, RoundedNumbers.none());

  public Reading() {
    openings = new Openings(new HeaderFinder(new Recogniser(REGISTERS)));
    parts = new FileParts(openings);
  }

  /**
   * The result of reading a file.
   *
   * @param records by the names of their fields, without blanks
   * @param findings as {@code line rule field=found (expected)}
   */
  public record Result(List<Map<String, String>> records, List<String> findings) {
    /** One field of all records. */
    public List<String> all(String field) {
      return records.stream().map(record -> record.getOrDefault(field, "")).toList();
    }

    /** The broken rules, with the line of each. */
    public List<String> rules() {
      return findings.stream()
          .map(finding -> finding.substring(0, finding.indexOf(' ', finding.indexOf(' ') + 1)))
          .toList();
    }
  }

  public Result of(Path path) throws IOException {
    Result result = new Result(new ArrayList<>(), new ArrayList<>());
    FileSurvey survey = FileSurvey.survey(path);
    try (DeliveredFile file = DeliveredFile.of(path, survey)) {
      for (FileParts.FilePart part : parts.find(file, path.getFileName().toString(), survey)) {
        part.fault().ifPresent(fault -> add(result, fault));
        part.warnings().forEach((warning, line) -> result.findings().add(shown(line, warning)));
        if (part.header().isPresent()) {
          read(file, part, result);
        }
      }
    }
    return result;
  }

  private void read(DeliveredFile file, FileParts.FilePart part, Result result) throws IOException {
    List<Map<String, String>> records = new ArrayList<>();
    try (Openings.OpenedDelivery opened =
        openings.open(file, file.path().getFileName().toString(), part.sheet())) {
      DeliveryLines lines = opened.lines();
      for (Optional<SourceLine> line = lines.next(); line.isPresent(); line = lines.next()) {
        HeaderFinder.FoundHeader found = lines.header();
        PersonalCells personal =
            new PersonalCells(found.header(), found.titles(), YEAR, new NamesInTitle(""));
        Judged judged =
            new LineJudge(
                    found,
                    cells -> cells,
                    reader,
                    personal,
                    new MaskedCells(found.header(), false),
                    false,
                    YEAR)
                .judge(line.get());
        judged.rejected().findings().forEach(f -> result.findings().add(shown(judged.line(), f)));
        if (judged.isRecord()) {
          records.add(values(found, judged));
        }
      }
      result.records().addAll(records);
      lines
          .findings()
          .all()
          .forEach(found -> result.findings().add(shown(found.line(), found.finding())));
    } catch (FileFault whole) {
      add(result, whole);
    }
  }

  private static Map<String, String> values(HeaderFinder.FoundHeader found, Judged judged) {
    List<Field> fields = found.header().register().fields();
    return fields.stream()
        .filter(field -> judged.values().get(fields.indexOf(field)) != null)
        .collect(
            Collectors.toMap(
                Field::name, field -> String.valueOf(judged.values().get(fields.indexOf(field)))));
  }

  private static void add(Result result, FileFault fault) {
    result.findings().add(shown(fault.line(), fault.finding()));
  }

  private static String shown(int line, ShapeFinding finding) {
    return "%d %s %s=%s (%s)"
        .formatted(line, finding.rule().id(), finding.field(), finding.found(), finding.expected());
  }
}
