package org.sunlitledger.intake.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.intake.line.ShapeFinding;

/**
 * The result of the shape checks for a line: a record's values in the order of the register's
 * fields, or a reject with its findings.
 *
 * @param original number of the rejected line that it replaces in a supplement, else 0
 * @param fen the line's amount if it can be read, else 0
 */
public record Judged(
    int line, int original, long fen, List<@Nullable Object> values, RejectedLine rejected) {

  /** The kept parts of a rejected line; nothing for a record. */
  public record RejectedLine(List<String> cells, List<ShapeFinding> findings) {
    static final RejectedLine NOTHING = new RejectedLine(List.of(), List.of());
  }

  /** The same line with other values. */
  Judged with(List<@Nullable Object> others) {
    return new Judged(line, original, fen, others, rejected);
  }

  public boolean isRecord() {
    return rejected.findings().isEmpty();
  }
}
