package org.sunlitledger.intake.inbox;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlitledger.intake.delivery.FileParts.FilePart;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.NameTitles;
import org.sunlitledger.intake.file.NamesInTitle;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.quantity.person.PersonName;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * Looks for the names of people that are in a file's own name, or in the titles of its columns and
 * the names of its sheets, before the file is entered: below titles of columns for names and, where
 * it is refused as a whole, wherever a cell is like one.
 */
final class EarlyNames {
  private static final int MAX_LINES_OF_REFUSED = 100_000;

  /** The others are read by and by, and what is further down in them is learned then. */
  private static final int MAX_LINES = 2_000;

  private final NamesInTitle names;
  private final NamesInTitle beside;
  private final boolean isRefused;
  private final Set<Integer> columns = new HashSet<>();

  /**
   * @param names that are in the file's name
   * @param beside those in other texts that are kept of it
   */
  private EarlyNames(NamesInTitle names, NamesInTitle beside, boolean isRefused) {
    this.names = names;
    this.beside = beside;
    this.isRefused = isRefused;
  }

  /** As far as the file can be read. */
  static List<PersonName> in(Path file, FileSurvey survey, FilePart part) {
    NamesInTitle names = new NamesInTitle(FilePath.shown(file) + "#" + part.sheetName());
    NamesInTitle beside = new NamesInTitle(texts(part));
    if (!names.mayHaveSome()) {
      return List.of();
    }
    // a title that no register knows may be a person
    part.header().stream()
        .flatMap(found -> found.header().unknown().stream())
        .filter(title -> PersonName.isLikely(title) && !NameTitles.isOne(title))
        .flatMap(title -> PersonName.in(title).stream())
        .forEach(names::take);
    boolean isRefused = part.fault().isPresent();
    int most = isRefused ? MAX_LINES_OF_REFUSED : MAX_LINES;
    Charset charset = survey.charset().orElse(FileSurvey.GB18030);
    try (LineSource lines = LineSource.open(file, charset, part.sheet())) {
      EarlyNames early = new EarlyNames(names, beside, isRefused);
      Optional<SourceLine> line = lines.next();
      for (int i = 0; i < most && line.isPresent(); i++) {
        early.take(line.get().cells());
        line = lines.next();
      }
    } catch (FileFault | IOException | RuntimeException unreadable) {
      // what has been found by then is all there is
      return found(names, beside);
    }
    return found(names, beside);
  }

  private static List<PersonName> found(NamesInTitle names, NamesInTitle beside) {
    return Stream.of(names, beside).flatMap(some -> some.found().stream()).toList();
  }

  /** What is kept of a file beside its lines. */
  private static String texts(FilePart part) {
    List<String> texts = new ArrayList<>(List.of(part.titles()));
    part.warnings().keySet().forEach(warning -> texts.add(warning.found()));
    part.fault().ifPresent(fault -> texts.add(fault.finding().found()));
    return String.join("#", texts);
  }

  private void take(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = Glyphs.strip(cells.get(i));
      boolean isTitle = NameTitles.isOne(cell);
      if (isTitle) {
        columns.add(i);
      }
      if (!isTitle && !cell.isEmpty()) {
        take(cell, columns.contains(i));
      }
    }
  }

  /** Titles have words in common with what else is in a column for names, such as 合计. */
  private void take(String cell, boolean isInColumn) {
    boolean isInName = names.has(cell.charAt(0));
    boolean isBeside = beside.has(cell.charAt(0));
    if (!(isInName || isBeside) || !(isInColumn || isRefused)) {
      return;
    }
    boolean isLikely = PersonName.isLikely(cell);
    if (isInName && (isInColumn || isLikely)) {
      PersonName.in(cell).ifPresent(names::take);
    }
    if (isBeside && isLikely) {
      PersonName.in(cell).ifPresent(beside::take);
    }
  }
}
