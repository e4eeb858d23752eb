package org.sunlitledger.intake.layout.header;

import java.util.ArrayList;
import java.util.List;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Field;

/**
 * Whether a line identifies a record: by its key, or if the key is missing, by all other required
 * fields except numbers, which totals have too. Totals and notes below the lines have neither.
 */
public final class RecordSigns {
  private final List<Integer> key = new ArrayList<>();
  private final List<Integer> rest = new ArrayList<>();

  public RecordSigns(Header header) {
    for (int i = 0; i < header.columns().size(); i++) {
      if (header.columns().get(i).isPresent()) {
        Field field = header.columns().get(i).get().field();
        if (header.register().key().contains(field.name())) {
          key.add(i);
        } else if (field.constraints().required() && !field.type().isNumber()) {
          rest.add(i);
        }
      }
    }
  }

  /**
   * @param but column of a text with another meaning, which does not count as a value
   */
  boolean areOn(List<String> cells, int but) {
    return areAll(key, cells, but) || areAll(rest, cells, but);
  }

  /** Whether the line identifies a record, ignoring any one cell. */
  public boolean areMostOn(List<String> cells) {
    return 2 * filled(rest, cells, -1) > rest.size() + 2;
  }

  /** Whether a line has more of a record than a date: most of the required fields. */
  public boolean mayBeOn(List<String> cells, int but) {
    return 2 * filled(rest, cells, but) > rest.size();
  }

  /**
   * Whether a line is a record although it has the label of a total. A value in the key column is
   * not sufficient: 香山乡, 小计 is a total if the line has hardly any other value.
   */
  public boolean isRecordDespiteLabel(List<String> cells, int label) {
    return (areAll(key, cells, label) && 2 * filled(rest, cells, label) >= rest.size())
        || areAll(rest, cells, label);
  }

  private static boolean areAll(List<Integer> columns, List<String> cells, int but) {
    return !columns.isEmpty() && filled(columns, cells, but) == columns.size();
  }

  private static int filled(List<Integer> columns, List<String> cells, int but) {
    int filled = 0;
    for (int column : columns) {
      if (column != but && column < cells.size() && !Glyphs.isNone(cells.get(column))) {
        filled++;
      }
    }
    return filled;
  }
}
