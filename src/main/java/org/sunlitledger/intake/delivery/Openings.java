package org.sunlitledger.intake.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.HeaderFinder.FoundHeader;
import org.sunlitledger.intake.layout.header.ShownTitles;
import org.sunlitledger.intake.layout.note.ContinuedSheet;
import org.sunlitledger.intake.layout.total.ControlTotals;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.intake.workbook.sheet.SheetName;

/**
 * Opens deliveries. Finds the header above their lines: their own, or the header of an earlier
 * sheet.
 */
@Component
public final class Openings {
  /** The highest number of sheets that continue one table. */
  private static final int MAX_CONTINUED_SHEETS = 40;

  private static final int MAX_LINES_COMPARED = 30;

  private final HeaderFinder headers;

  public Openings(HeaderFinder headers) {
    this.headers = headers;
  }

  /** Decides what may be shown of an unknown title or of the name of a sheet. */
  ShownTitles shown() {
    return headers.shown();
  }

  /**
   * An opened delivery.
   *
   * @param lines lines below its header; none of them is read yet
   * @param continued index of the sheet with the header, if that is an earlier sheet
   */
  public record OpenedDelivery(
      LineSource source, FoundHeader header, DeliveryLines lines, Optional<Integer> continued)
      implements Closeable {

    @Override
    public void close() throws IOException {
      source.close();
    }
  }

  /** The end of a sheet. */
  private record End(int sheet, FoundHeader header, ControlTotals totals) {}

  /**
   * Opens a file, or a sheet of a workbook. Close the delivery before the file.
   *
   * @param name with its folders, as people read it
   * @throws FileFault when it has no header and does not continue the sheet before
   */
  public OpenedDelivery open(DeliveredFile file, String name, int sheet)
      throws FileFault, IOException {
    return open(new NamedFile(file, name), sheet, MAX_CONTINUED_SHEETS);
  }

  /**
   * Opens lines that are in no file yet.
   *
   * @param name of the file to be, as people read it
   */
  public OpenedDelivery open(LineSource source, String name) throws FileFault, IOException {
    FoundHeader found = headers.find(source, name);
    return new OpenedDelivery(
        source, found, new DeliveryLines(source, headers, found), Optional.empty());
  }

  /** A file, and its name as people read it. */
  private record NamedFile(DeliveredFile file, String name) {
    LineSource source(int sheet) throws FileFault, IOException {
      return file.lines(sheet);
    }
  }

  private OpenedDelivery open(NamedFile file, int sheet, int depth) throws FileFault, IOException {
    LineSource source = file.source(sheet);
    try {
      return open(source, file.name());
    } catch (FileFault fault) {
      source.close();
      ShapeRule rule = fault.finding().rule();
      boolean hasNone = rule == ShapeRule.FILE_HEADER || rule == ShapeRule.FILE_LINES_ABOVE;
      boolean mayContinue = hasNone && sheet > 0 && depth > 0;
      if (!mayContinue) {
        throw fault;
      }
      return continued(file, sheet, depth).orElseThrow(() -> fault);
    } catch (IOException | RuntimeException problem) {
      source.close();
      throw problem;
    }
  }

  private Optional<OpenedDelivery> continued(NamedFile file, int sheet, int depth)
      throws FileFault, IOException {
    Optional<End> before = before(file, sheet, depth);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    LineSource source = file.source(sheet);
    try {
      List<SourceLine> lines = new ArrayList<>();
      Optional<SourceLine> line = source.next();
      while (line.isPresent() && lines.size() < MAX_LINES_COMPARED) {
        lines.add(line.get());
        line = lines.size() < MAX_LINES_COMPARED ? source.next() : line;
      }
      Optional<FoundHeader> found =
          ContinuedSheet.below(
              before.get().header(), lines, HeaderFinder.remarks(source, file.name()));
      if (found.isEmpty()) {
        source.close();
        return Optional.empty();
      }
      Optional<ControlTotals> totals = Optional.of(before.get().totals());
      DeliveryLines below = new DeliveryLines(source, headers, found.get(), totals);
      return Optional.of(
          new OpenedDelivery(source, found.get(), below, Optional.of(before.get().sheet())));
    } catch (FileFault | IOException | RuntimeException problem) {
      source.close();
      throw problem;
    }
  }

  /**
   * The end of the previous sheet that is neither hidden nor empty; empty if that sheet is not a
   * register.
   */
  private Optional<End> before(NamedFile file, int sheet, int depth) throws IOException {
    try {
      List<SheetName> sheets = file.file().sheets();
      for (int before = sheet - 1; before >= 0; before--) {
        if (!sheets.get(before).hidden()) {
          Optional<End> end = end(file, before, depth - 1);
          if (end.isPresent()) {
            return end.filter(of -> of.header().supplements().isEmpty());
          }
        }
      }
      return Optional.empty();
    } catch (FileFault isNoRegister) {
      return Optional.empty();
    }
  }

  /** The end of a sheet; empty if the sheet is empty. */
  private Optional<End> end(NamedFile file, int sheet, int depth) throws FileFault, IOException {
    try (OpenedDelivery opened = open(file, sheet, depth)) {
      // the header may change down to the last line
      Optional<SourceLine> line = opened.lines().next();
      while (line.isPresent()) {
        line = opened.lines().next();
      }
      return Optional.of(new End(sheet, opened.lines().header(), opened.lines().totals()));
    } catch (FileFault fault) {
      if (fault.finding().rule() == ShapeRule.FILE_EMPTY) {
        return Optional.empty();
      }
      throw fault;
    }
  }
}
