package org.sunlitledger.intake.inbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlitledger.intake.delivery.FileParts.FilePart;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.NameTitles;
import org.sunlitledger.intake.file.NamesInTitle;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.quantity.person.PersonName;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * Searches a file for names of people that are also in its own name, its column titles or its sheet
 * names, before the file is entered. It reads the cells below titles of name columns. If the file
 * is rejected as a whole, it reads every cell that resembles a name.
 */
final class EarlyNames {
  private static final int MAX_LINES_OF_REFUSED = 100_000;

  /** Other files are read later, and names further down are learned then. */
  private static final int MAX_LINES = 2_000;

  private final NamesInTitle names;
  private final NamesInTitle beside;
  private final Set<String> titles;
  private final boolean isRefused;
  private final Set<Integer> columns = new HashSet<>();

  /**
   * @param names the names in the file's name
   * @param beside the names in other kept texts about the file
   * @param titles the titles of its columns that a register knows; they are no names of people
   */
  private EarlyNames(
      NamesInTitle names, NamesInTitle beside, Set<String> titles, boolean isRefused) {
    this.names = names;
    this.beside = beside;
    this.titles = titles;
    this.isRefused = isRefused;
  }

  /** The names found in the readable part of the file. */
  static List<PersonName> in(DeliveredFile file, FilePart part) {
    NamesInTitle names = new NamesInTitle(FilePath.shown(file.path()) + "#" + part.sheetName());
    NamesInTitle beside = new NamesInTitle(texts(part));
    if (!names.mayHaveSome()) {
      return List.of();
    }
    // a title unknown to all registers may be a person
    part.header().stream()
        .flatMap(found -> found.header().unknown().stream())
        .filter(title -> PersonName.isLikely(title) && !NameTitles.isOne(title))
        .flatMap(title -> PersonName.in(title).stream())
        .forEach(names::take);
    boolean isRefused = part.fault().isPresent();
    int most = isRefused ? MAX_LINES_OF_REFUSED : MAX_LINES;
    try (LineSource lines = file.lines(part.sheet())) {
      EarlyNames early = new EarlyNames(names, beside, titles(part), isRefused);
      Optional<SourceLine> line = lines.next();
      for (int i = 0; i < most && line.isPresent(); i++) {
        early.take(line.get().cells());
        line = lines.next();
      }
    } catch (FileFault | IOException | RuntimeException unreadable) {
      // only the names found so far are available
      return found(names, beside);
    }
    return found(names, beside);
  }

  private static List<PersonName> found(NamesInTitle names, NamesInTitle beside) {
    return Stream.of(names, beside).flatMap(some -> some.found().stream()).toList();
  }

  private static Set<String> titles(FilePart part) {
    Set<String> titles = new HashSet<>();
    for (String title : part.titles()) {
      titles.add(Glyphs.strip(title));
    }
    part.header()
        .ifPresent(
            found -> found.header().unknown().forEach(title -> titles.remove(Glyphs.strip(title))));
    return titles;
  }

  /** The kept texts about a file other than its lines. */
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
      if (!isTitle && !cell.isEmpty() && !titles.contains(cell)) {
        take(cell, columns.contains(i));
      }
    }
  }

  /** Adds a name from a cell. Other words in a name column, such as 合计, also appear in titles. */
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
