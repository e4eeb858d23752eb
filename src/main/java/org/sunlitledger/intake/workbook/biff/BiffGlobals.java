package org.sunlitledger.intake.workbook.biff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.record.RecordInputStream;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.workbook.number.FormatCode;
import org.sunlitledger.intake.workbook.number.NumberFormat;

/** The shared parts of a binary workbook: sheet names, number formats and texts. */
record BiffGlobals(
    List<BiffSheet> sheets, List<NumberFormat> formats, List<String> strings, boolean is1904) {
  private static final int SHEET = 0x85;
  private static final int FORMAT = 0x41e;
  private static final int CELL_FORMAT = 0xe0;
  private static final int DATES_FROM_1904 = 0x22;
  private static final int STRINGS = 0xfc;
  private static final int MAX_SHEETS = 1_000;
  private static final int MAX_CODES = 10_000;
  private static final int MAX_FORMATS = 100_000;

  /**
   * A sheet.
   *
   * @param position its start in the stream; sheets may be in another order than their tabs
   */
  record BiffSheet(String name, boolean isHidden, int position) {}

  static BiffGlobals read(BiffRecords records) throws FileFault {
    try {
      Reading reading = new Reading();
      while (!records.isOver()) {
        if (!records.next()) {
          throw WorkbookFaults.broken("BIFF …", "BIFF8");
        }
        if (records.isOwn()) {
          reading.take(records.sid(), records.data());
        }
      }
      return reading.globals();
    } catch (RuntimeException | AssertionError problem) {
      throw BiffRecords.fault(problem, 0);
    }
  }

  /** The number of the sheet's part in the stream; the shared part is 0. */
  int place(int sheet) {
    int position = sheets.get(sheet).position();
    return 1 + (int) sheets.stream().filter(other -> other.position() < position).count();
  }

  /** The format of a cell. */
  NumberFormat format(int index) throws FileFault {
    if (formats.isEmpty()) {
      return NumberFormat.GENERAL;
    }
    if (index >= formats.size()) {
      throw WorkbookFaults.broken("XF " + index, "< " + formats.size());
    }
    return formats.get(index);
  }

  /** The parts that are read so far. */
  private static final class Reading {
    private final List<BiffSheet> sheets = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> formats = new ArrayList<>();
    private List<String> strings = List.of();
    private boolean is1904;

    void take(int sid, RecordInputStream data) throws FileFault {
      switch (sid) {
        case SHEET -> sheet(data);
        case FORMAT -> {
          int id = data.readUShort();
          int length = data.readUShort();
          String code = BiffRecords.text(data, length, data.readUByte());
          if (codes.size() == MAX_CODES || length > FormatCode.LONGEST_CODE_CHARACTERS) {
            throw WorkbookFaults.hostile("FORMAT " + codes.size(), "≤ " + MAX_CODES);
          }
          codes.put(id, code);
        }
        case CELL_FORMAT -> {
          data.readUShort();
          formats.add(data.readUShort());
          if (formats.size() > MAX_FORMATS) {
            throw WorkbookFaults.hostile("XF > " + MAX_FORMATS, "≤ " + MAX_FORMATS);
          }
        }
        case DATES_FROM_1904 -> is1904 = data.readUShort() == 1;
        case STRINGS -> {
          if (!strings.isEmpty()) {
            throw WorkbookFaults.broken("2 × SST", "1 × SST");
          }
          strings = BiffStrings.read(data);
        }
        default -> {}
      }
    }

    private void sheet(RecordInputStream data) throws FileFault {
      // only this record is never encrypted
      byte[] plain = new byte[Integer.BYTES];
      data.readPlain(plain, 0, plain.length);
      int position = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt();
      boolean isHidden = (data.readUByte() & 3) != 0;
      data.readUByte();
      int length = data.readUByte();
      String name = BiffRecords.text(data, length, data.readUByte());
      sheets.add(new BiffSheet(name, isHidden, position));
      if (sheets.size() > MAX_SHEETS) {
        throw WorkbookFaults.hostile("sheet > " + MAX_SHEETS, "≤ " + MAX_SHEETS);
      }
    }

    BiffGlobals globals() throws FileFault {
      if (sheets.isEmpty()) {
        throw WorkbookFaults.broken("0", "sheet");
      }
      Set<Integer> positions = new HashSet<>();
      for (BiffSheet sheet : sheets) {
        if (!positions.add(sheet.position())) {
          throw WorkbookFaults.broken("2 × " + sheet.position(), "BoundSheet");
        }
      }
      Map<Integer, NumberFormat> byId = new HashMap<>();
      List<NumberFormat> ofCells =
          formats.stream()
              .map(id -> byId.computeIfAbsent(id, any -> NumberFormat.parse(id, codes.get(id))))
              .toList();
      return new BiffGlobals(List.copyOf(sheets), ofCells, strings, is1904);
    }
  }
}
