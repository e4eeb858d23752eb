package org.sunlitledger.intake.layout.header;

import java.util.ArrayList;
import java.util.List;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Field;

/**
 * Whether a line says which record it is: by its key, or, where that has been left out, by all else
 * that every record must say, numbers left out, as totals have them too. A total and a note below
 * the lines do neither.
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
   * @param but column of a text that says something else; it is no value
   */
  boolean areOn(List<String> cells, int but) {
    return areAll(key, cells, but) || areAll(rest, cells, but);
  }

  /** The same whatever one cell of it may be. */
  public boolean areMostOn(List<String> cells) {
    return 2 * filled(rest, cells, -1) > rest.size() + 2;
  }

  /** Whether a line says more of a record than a day: most of what every record must say. */
  public boolean mayBeOn(List<String> cells, int but) {
    return 2 * filled(rest, cells, but) > rest.size();
  }

  /**
   * Whether a line is a record though it has the label of a total: 香山乡 before 小计 is no key, even in
   * its column, where hardly anything else is said.
   */
  public boolean outweigh(List<String> cells, int label) {
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
