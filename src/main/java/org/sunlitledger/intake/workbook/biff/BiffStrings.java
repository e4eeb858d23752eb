package org.sunlitledger.intake.workbook.biff;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.RecordInputStream;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;

/** The shared strings of a binary workbook. Fonts and phonetic guides are skipped. */
final class BiffStrings {
  private static final int MAX_SHARED_STRINGS = 4_000_000;
  private static final long MAX_BYTES = 200_000_000;
  private static final int WIDE = 1;
  private static final int PHONETIC = 4;
  private static final int RICH = 8;

  private BiffStrings() {}

  static List<String> read(RecordInputStream data) throws FileFault {
    data.readInt();
    int count = data.readInt();
    if (count < 0 || count > MAX_SHARED_STRINGS) {
      throw WorkbookFaults.hostile(
          "SST " + Integer.toUnsignedString(count), "≤ " + MAX_SHARED_STRINGS);
    }
    List<String> strings = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      int length = data.readUShort();
      int flags = data.readUByte();
      int runs = (flags & RICH) == 0 ? 0 : data.readUShort();
      int guide = (flags & PHONETIC) == 0 ? 0 : data.readInt();
      bytes += (flags & WIDE) == 0 ? length : 2L * length;
      if (bytes > MAX_BYTES || guide < 0) {
        throw WorkbookFaults.hostile("SST > " + MAX_BYTES, "≤ " + MAX_BYTES);
      }
      strings.add(BiffRecords.text(data, length, flags));
      skip(data, 4L * runs + guide);
    }
    return strings;
  }

  /** Skips bytes, which may continue in the next record, as texts do. */
  private static void skip(RecordInputStream data, long bytes) {
    for (long left = bytes; left > 0; left--) {
      data.readByte();
    }
  }
}
