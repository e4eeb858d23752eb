package org.sunlitledger.intake.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.intake.workbook.sheet.SheetShape;
import org.sunlitledger.quantity.text.Glyphs;

/** The lines of a file as a person sees them, without invisible characters. */
final class LegibleLines implements LineSource {
  private final LineSource lines;

  LegibleLines(LineSource lines) {
    this.lines = lines;
  }

  @Override
  public Optional<SourceLine> next() throws FileFault, IOException {
    while (true) {
      Optional<SourceLine> line = lines.next();
      if (line.isEmpty()) {
        return line;
      }
      SourceLine visible = visible(line.get());
      if (visible.equals(line.get()) || hasAny(visible.cells())) {
        return Optional.of(visible);
      }
    }
  }

  private static SourceLine visible(SourceLine line) {
    List<String> cells = line.cells();
    for (int i = 0; i < cells.size(); i++) {
      String visible = Glyphs.visible(cells.get(i));
      if (!visible.equals(cells.get(i))) {
        List<String> all = new ArrayList<>(cells);
        all.replaceAll(Glyphs::visible);
        return line.with(all);
      }
    }
    return line;
  }

  private static boolean hasAny(List<String> cells) {
    for (String cell : cells) {
      if (!Glyphs.isBlank(cell)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean leavesOutBlanksAtTheEnd() {
    return lines.leavesOutBlanksAtTheEnd();
  }

  @Override
  public Optional<Character> otherSeparator() {
    return lines.otherSeparator();
  }

  @Override
  public SheetShape shape() {
    return lines.shape();
  }

  @Override
  public List<SheetRemark> remarks() {
    return lines.remarks();
  }

  @Override
  public long bytesRead() {
    return lines.bytesRead();
  }

  @Override
  public String sha256() throws IOException {
    return lines.sha256();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
