package org.sunlitledger.intake.inbox;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.delivery.FileParts.FilePart;
import org.sunlitledger.intake.file.NamedYears;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.quantity.text.Dates;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;

/**
 * Finds the year of a file whose name does not decide it. It is the year of all dates on its lines,
 * else the year in the lines above the header. The file is read once for this.
 */
@Component
final class FileYear {
  private final HeaderFinder headers;

  FileYear(HeaderFinder headers) {
    this.headers = headers;
  }

  /**
   * The year.
   *
   * @param candidates the years that the name may mean
   * @throws FileFault when neither the name nor the content of the file decides the year
   */
  int decide(List<Integer> candidates, DeliveredFile file, List<FilePart> parts)
      throws FileFault, IOException {
    List<FilePart> registers =
        parts.stream()
            // a supplement has the year of the delivery that it supplements
            .filter(part -> part.header().isPresent() && part.supplements().isEmpty())
            .toList();
    if (candidates.size() == 1 || registers.isEmpty()) {
      return candidates.get(0);
    }
    Set<Integer> dated = new TreeSet<>();
    Set<Integer> titled = new TreeSet<>();
    for (FilePart part : registers) {
      read(part, file, dated, titled);
    }
    return only(dated, candidates)
        .or(() -> dated.isEmpty() ? only(titled, candidates) : Optional.empty())
        .orElseThrow(() -> fault(candidates, dated));
  }

  private void read(FilePart part, DeliveredFile file, Set<Integer> dated, Set<Integer> titled)
      throws FileFault, IOException {
    try (LineSource lines = file.lines(part.sheet())) {
      HeaderFinder.FoundHeader found = headers.find(lines, "");
      titled.addAll(yearsAbove(part, file, found));
      int column = dateColumn(found.header());
      Function<SourceLine, Optional<Integer>> year = line -> year(line, column);
      found.rest().stream().map(year).flatMap(Optional::stream).forEach(dated::add);
      for (Optional<SourceLine> line = lines.next(); column >= 0 && line.isPresent(); ) {
        year.apply(line.get()).ifPresent(dated::add);
        line = lines.next();
      }
    }
  }

  private static List<Integer> yearsAbove(
      FilePart part, DeliveredFile file, HeaderFinder.FoundHeader found)
      throws FileFault, IOException {
    Set<Integer> years = new TreeSet<>(NamedYears.in(part.sheetName()).plain());
    try (LineSource lines = file.lines(part.sheet())) {
      int header = found.own().get(0).number();
      for (Optional<SourceLine> line = lines.next();
          line.isPresent() && line.get().number() < header; ) {
        line.get().cells().forEach(cell -> years.addAll(NamedYears.in(cell).plain()));
        line = lines.next();
      }
    }
    return List.copyOf(years);
  }

  private static int dateColumn(Header header) {
    Optional<String> date = header.register().date();
    return IntStream.range(0, header.columns().size())
        .filter(i -> header.column(i).map(column -> column.field().name()).equals(date))
        .filter(i -> date.isPresent())
        .findFirst()
        .orElse(-1);
  }

  private static Optional<Integer> year(SourceLine line, int column) {
    return column >= 0
            && column < line.cells().size()
            && !Glyphs.isBlank(line.cells().get(column))
            && Dates.parse(line.cells().get(column)) instanceof Parsed.Value<LocalDate> date
        ? Optional.of(date.value().getYear())
        : Optional.empty();
  }

  private static Optional<Integer> only(Set<Integer> found, List<Integer> candidates) {
    return found.size() == 1 && candidates.containsAll(found)
        ? Optional.of(found.iterator().next())
        : Optional.empty();
  }

  private static FileFault fault(List<Integer> candidates, Set<Integer> dated) {
    String years = candidates.stream().map(String::valueOf).collect(Collectors.joining("、"));
    return new FileFault(
        ShapeRule.FILE_YEAR,
        dated.isEmpty()
            ? years
            : years + " ≠ " + dated.stream().map(String::valueOf).collect(Collectors.joining("、")),
        years);
  }
}
