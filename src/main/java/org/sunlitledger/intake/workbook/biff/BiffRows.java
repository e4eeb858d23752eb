package org.sunlitledger.intake.workbook.biff;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Optional;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.workbook.number.CellText;
import org.sunlitledger.intake.workbook.number.NumberFormat;
import org.sunlitledger.intake.workbook.sheet.RowCells;
import org.sunlitledger.intake.workbook.sheet.SheetBook;

/** The rows of a sheet in a binary workbook, one at a time. */
final class BiffRows implements SheetBook.Rows {
  private static final int MAX_COLUMNS = 256;

  /** Marks the result of a formula that is not a number. */
  private static final long NO_NUMBER = 0xffffL;

  /** The flag of a formula whose result is computed when the workbook is opened. */
  private static final int UNCOMPUTED = 2;

  private final BiffRecords records;
  private final BiffGlobals globals;
  private final BitSet hidden;
  private final CellText text;
  private final RowCells cells = new RowCells();
  private int row = -1;
  private int column;
  private NumberFormat format = NumberFormat.GENERAL;
  private boolean awaitsText;

  BiffRows(BiffRecords records, BiffGlobals globals, BitSet hidden) {
    this.records = records;
    this.globals = globals;
    this.hidden = hidden;
    this.text = new CellText(globals.is1904());
  }

  @Override
  public Optional<SourceLine> next() throws FileFault, IOException {
    try {
      while (!records.isOver()) {
        if (!records.next()) {
          throw WorkbookFaults.broken("BIFF …", "BIFF8", row + 1);
        }
        Optional<SourceLine> line = records.isOwn() ? record(records.sid()) : Optional.empty();
        if (line.isPresent()) {
          return line;
        }
      }
      return ended();
    } catch (RuntimeException | AssertionError problem) {
      throw BiffRecords.fault(problem, row + 1);
    }
  }

  private Optional<SourceLine> ended() {
    return cells.end(row + 1, hidden.get(row + 1));
  }

  /** Takes a record. Returns the previous row if the record begins another one. */
  private Optional<SourceLine> record(int sid) throws FileFault {
    RecordInputStream data = records.data();
    if (sid == BiffCells.RESULT_TEXT) {
      resultText(data);
      return Optional.empty();
    }
    if (!BiffCells.isCell(sid)) {
      return Optional.empty();
    }
    awaitsText = false;
    int number = data.readUShort();
    if (number < row) {
      throw WorkbookFaults.broken("row " + (number + 1), "> " + row, row + 1);
    }
    Optional<SourceLine> before = number > row && row >= 0 ? ended() : Optional.empty();
    row = number;
    column = data.readUShort();
    if (sid == BiffCells.MANY_RK) {
      many(data);
    } else {
      format = globals.format(data.readUShort());
      add(content(sid, data));
    }
    return before;
  }

  private void add(Optional<CellText.CellContent> content) throws FileFault {
    if (column >= MAX_COLUMNS) {
      throw WorkbookFaults.hostile("column " + column, "< " + MAX_COLUMNS);
    }
    content.ifPresent(found -> cells.add(column, found));
  }

  private void many(RecordInputStream data) throws FileFault {
    while (data.remaining() > 2) {
      format = globals.format(data.readUShort());
      add(Optional.of(text.number(number(data.readInt()), format)));
      column++;
    }
  }

  private Optional<CellText.CellContent> content(int sid, RecordInputStream data) throws FileFault {
    return switch (sid) {
      case BiffCells.NUMBER ->
          Optional.of(text.number(BigDecimal.valueOf(data.readDouble()), format));
      case BiffCells.RK -> Optional.of(text.number(number(data.readInt()), format));
      case BiffCells.SHARED_TEXT -> Optional.of(CellText.text(shared(data.readInt()), format));
      case BiffCells.TEXT, BiffCells.RICH_TEXT -> {
        int length = data.readUShort();
        yield Optional.of(CellText.text(BiffRecords.text(data, length, data.readUByte()), format));
      }
      case BiffCells.TRUTH_OR_ERROR -> {
        int value = data.readUByte();
        yield Optional.of(data.readUByte() == 0 ? truth(value) : error(value));
      }
      case BiffCells.FORMULA -> formula(data);
      default -> Optional.empty();
    };
  }

  private Optional<CellText.CellContent> formula(RecordInputStream data) {
    long result = data.readLong();
    boolean isUncomputed = (data.readUShort() & UNCOMPUTED) != 0;
    if (result >>> 48 != NO_NUMBER) {
      double number = Double.longBitsToDouble(result);
      // programs that write formulas without results leave a 0
      return Optional.of(
          isUncomputed && number == 0
              ? CellText.uncomputed("")
              : text.number(BigDecimal.valueOf(number), format));
    }
    int value = (int) (result >>> 16) & 0xff;
    return switch ((int) result & 0xff) {
      case 0 -> {
        awaitsText = true;
        yield Optional.empty();
      }
      case 1 -> Optional.of(truth(value));
      case 2 -> Optional.of(error(value));
      default -> Optional.empty();
    };
  }

  /** Takes the text result of a formula, which has its own record. */
  private void resultText(RecordInputStream data) throws FileFault {
    if (awaitsText) {
      int length = data.readUShort();
      String result = BiffRecords.text(data, length, data.readUByte());
      add(Optional.of(CellText.text(result, format)));
      awaitsText = false;
    }
  }

  private static CellText.CellContent truth(int value) {
    return CellText.CellContent.of(value == 0 ? "false" : "true");
  }

  private static CellText.CellContent error(int value) {
    return CellText.CellContent.of(
        FormulaError.isValidCode(value) ? FormulaError.forInt(value).getString() : "#?");
  }

  /**
   * A number in four bytes: a whole number or the upper half of a floating point number, possibly
   * in hundredths.
   */
  private static BigDecimal number(int packed) {
    BigDecimal number =
        (packed & 2) != 0
            ? BigDecimal.valueOf(packed >> 2)
            : BigDecimal.valueOf(Double.longBitsToDouble((long) (packed & ~3) << 32));
    return (packed & 1) != 0 ? number.movePointLeft(2) : number;
  }

  private String shared(int index) throws FileFault {
    if (index < 0 || index >= globals.strings().size()) {
      throw WorkbookFaults.broken("SST " + index, "< " + globals.strings().size(), row + 1);
    }
    return globals.strings().get(index);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
