package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlitledger.intake.FileParts.Part;
import org.sunlitledger.quantity.Glyphs;
import org.sunlitledger.quantity.PersonName;

/**
 * Looks for the names of people that are in a file's own name, or in the titles of its columns and
 * the names of its sheets, before the file is entered: below
 * titles of columns for names and, where it is refused as a whole, wherever a cell is like one.
 */
final class EarlyNames {
  private static final int LINES_OF_REFUSED = 100_000;

  /** The others are read by and by, and what is further down in them is learned then. */
  private static final int LINES = 2_000;

  private final NamesInTitle names;
  private final boolean isRefused;
  private final Set<Integer> columns = new HashSet<>();

  private EarlyNames(NamesInTitle names, boolean isRefused) {
    this.names = names;
    this.isRefused = isRefused;
  }

  /** As far as the file can be read. */
  static List<PersonName> in(Path file, FileSurvey survey, Part part) {
    NamesInTitle names = new NamesInTitle(FilePath.shown(file) + "#" + texts(part));
    if (!names.mayHaveSome()) {
      return List.of();
    }
    boolean isRefused = part.fault().isPresent();
    int most = isRefused ? LINES_OF_REFUSED : LINES;
    Charset charset = survey.charset().orElse(FileSurvey.GB18030);
    try (LineSource lines = LineSource.open(file, charset, part.sheet())) {
      EarlyNames early = new EarlyNames(names, isRefused);
      Optional<Line> line = lines.next();
      for (int i = 0; i < most && line.isPresent(); i++) {
        early.take(line.get().cells());
        line = lines.next();
      }
    } catch (FileFault | IOException | RuntimeException unreadable) {
      // what has been found by then is all there is
      return names.found();
    }
    return names.found();
  }

  /** What is kept of a file beside its lines. */
  private static String texts(Part part) {
    List<String> texts = new ArrayList<>(List.of(part.titles()));
    texts.add(part.sheetName());
    part.warnings().keySet().forEach(warning -> texts.add(warning.found()));
    part.fault().ifPresent(fault -> texts.add(fault.finding().found()));
    return String.join("#", texts);
  }

  private void take(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = Glyphs.strip(cells.get(i));
      if (NameTitles.isOne(cell)) {
        columns.add(i);
      }
      boolean isName = !cell.isEmpty() && names.has(cell.charAt(0));
      if (isName && (columns.contains(i) || (isRefused && PersonName.isLikely(cell)))) {
        PersonName.in(cell).ifPresent(names::take);
      }
    }
  }
}
