package org.sunlitledger.intake.workbook.biff;

import java.util.BitSet;
import org.apache.poi.hssf.record.RecordInputStream;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.workbook.sheet.CellReference;
import org.sunlitledger.intake.workbook.sheet.MergedBound;
import org.sunlitledger.intake.workbook.sheet.SheetShape;

/**
 * Collects merged cells, hidden rows and columns of a sheet in a binary workbook, and texts outside
 * its cells.
 */
final class BiffShape {
  /** The flag of a row without height. */
  private static final int ZERO_HEIGHT = 0x20;

  private static final int LAST_COLUMN = 255;

  private final SheetShape shape = new SheetShape(new MergedBound());
  private final BitSet withoutHeight = new BitSet();
  private final BiffRemarks remarks = new BiffRemarks(shape);

  private BiffShape() {}

  static SheetShape read(BiffRecords records) throws FileFault {
    BiffShape reading = new BiffShape();
    try {
      while (!records.isOver() && records.next()) {
        if (records.isOwn()) {
          reading.take(records.sid(), records.data());
        }
      }
      reading.remarks.finish();
      return reading.shape;
    } catch (RuntimeException problem) {
      throw BiffRecords.fault(problem, 0);
    }
  }

  private void take(int sid, RecordInputStream data) throws FileFault {
    switch (sid) {
      case BiffCells.ROW -> {
        int row = data.readUShort();
        data.readInt();
        int height = data.readUShort();
        data.readInt();
        withoutHeight.set(row, (data.readUShort() & ZERO_HEIGHT) != 0 || height == 0);
      }
      case BiffCells.COLUMNS -> {
        int first = data.readUShort();
        int last = Math.min(LAST_COLUMN, data.readUShort());
        int width = data.readUShort();
        data.readUShort();
        boolean isHidden = (data.readUShort() & 1) != 0 || width == 0;
        if (isHidden && first <= last) {
          shape.hideColumns(first, last);
        }
      }
      case BiffCells.MERGED -> merged(data);
      case BiffCells.PAGE_HEADER, BiffCells.PAGE_FOOTER -> remarks.print(data);
      case BiffCells.OTHER_PAGES -> remarks.printOthers(data);
      case BiffCells.OBJECT -> remarks.object(data);
      case BiffCells.OBJECT_TEXT -> remarks.text(data);
      case BiffCells.NOTE -> remarks.note(data);
      case BiffCells.VALIDATION -> remarks.prompt(data);
      default -> {
        if (BiffCells.isCell(sid)) {
          int row = data.readUShort();
          if (withoutHeight.get(row)) {
            shape.hideRow(row + 1);
          }
        }
      }
    }
  }

  private void merged(RecordInputStream data) throws FileFault {
    for (int left = data.readUShort(); left > 0; left--) {
      int firstRow = data.readUShort() + 1;
      int lastRow = data.readUShort() + 1;
      int first = data.readUShort();
      int last = data.readUShort();
      shape.merge(firstRow, lastRow, first, CellReference.range(firstRow, first, lastRow, last));
    }
  }
}
