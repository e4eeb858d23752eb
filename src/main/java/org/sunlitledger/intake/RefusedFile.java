package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlitledger.intake.FileParts.Part;
import org.sunlitledger.quantity.Glyphs;
import org.sunlitledger.quantity.PersonName;

/**
 * Looks through a file that is refused as a whole for the names of people that are in its own name:
 * below titles of columns for names, and wherever a cell is like one.
 */
final class RefusedFile {
  private static final int LINES = 100_000;

  private final NamesInTitle names;
  private final Set<Integer> columns = new HashSet<>();

  private RefusedFile(NamesInTitle names) {
    this.names = names;
  }

  /** As far as the file can be read. */
  static List<PersonName> names(Path file, FileSurvey survey, Part part) {
    NamesInTitle names = new NamesInTitle(file + "#" + part.sheetName());
    Charset charset = survey.charset().orElse(FileSurvey.GB18030);
    try (LineSource lines = LineSource.open(file, charset, part.sheet())) {
      RefusedFile refused = new RefusedFile(names);
      Optional<Line> line = lines.next();
      for (int i = 0; i < LINES && line.isPresent(); i++) {
        refused.take(line.get().cells());
        line = lines.next();
      }
    } catch (FileFault | IOException | RuntimeException unreadable) {
      // what has been found by then is all there is
      return names.found();
    }
    return names.found();
  }

  private void take(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = Glyphs.strip(cells.get(i));
      if (NameTitles.isOne(cell)) {
        columns.add(i);
      }
      boolean isName = !cell.isEmpty() && names.has(cell.charAt(0));
      if (isName && (columns.contains(i) || PersonName.isLikely(cell))) {
        PersonName.in(cell).ifPresent(names::take);
      }
    }
  }
}
