package org.sunlitledger.intake.record;

import java.util.List;
import org.sunlitledger.intake.file.NamesInTitle;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.line.SourceLine;

/** A line of a file as anybody may see it: all that is personal is masked, in doubt more. */
public final class MaskedLine {
  private MaskedLine() {}

  /**
   * The cells of a line.
   *
   * @param header above the line
   * @param file its name
   */
  public static List<String> of(
      SourceLine line, HeaderFinder.FoundHeader header, int year, String file) {
    return new PersonalCells(header.header(), header.titles(), year, new NamesInTitle(file))
        .refused(line.cells(), List.of())
        .cells();
  }
}
