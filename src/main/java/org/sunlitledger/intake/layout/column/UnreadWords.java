package org.sunlitledger.intake.layout.column;

import java.util.ArrayList;
import java.util.List;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.line.FileFindings;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.text.Glyphs;

/** Amounts in words beside amounts in digits that cannot be read and are therefore not compared. */
public final class UnreadWords {
  private final FileFindings findings;
  private final List<Counted> all = new ArrayList<>();
  private List<Counted> open = List.of();

  public UnreadWords(FileFindings findings) {
    this.findings = findings;
  }

  /** A column, and the lines on which it cannot be read. */
  private static final class Counted {
    private final WordsColumn column;
    private int lines;
    private int first;

    Counted(WordsColumn column) {
      this.column = column;
    }
  }

  /** Sets the header above the following lines. */
  public void setHeader(HeaderFinder.FoundHeader header) {
    open = WordsColumn.find(header).stream().map(Counted::new).toList();
    all.addAll(open);
  }

  /** Checks the words of a record. */
  public void take(SourceLine record) {
    for (Counted counted : open) {
      int at = counted.column.at();
      boolean isThere = at < record.cells().size() && !Glyphs.isNone(record.cells().get(at));
      boolean isMerged = record.appearance().merged().containsKey(at);
      if (isThere && (isMerged || counted.column.fen(record.cells().get(at)).isEmpty())) {
        counted.first = counted.lines == 0 ? record.number() : counted.first;
        counted.lines++;
      }
    }
  }

  /** Adds the findings, without the words, because they may contain anything. */
  public void finish() {
    for (Counted counted : all) {
      if (counted.lines > 0) {
        String title = Glyphs.strip(counted.column.title());
        findings.add(
            new ShapeFinding(
                ShapeRule.FILE_WORDS_UNCHECKED, title, title, String.valueOf(counted.lines)),
            counted.first);
      }
    }
  }
}
