package org.sunlitledger.intake.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Role;
import org.sunlitledger.register.Villages;

/** Replaces the village of a line by its one name, which depends on the line's township. */
public final class VillageCells {
  /**
   * A county has a few hundred villages. In a file with more names, further ones are looked up each
   * time.
   */
  private static final int MAX_NAMES_REMEMBERED = 5_000;

  private final Villages villages;
  private final int year;
  private final int village;
  private final int township;
  private final Map<String, Map<String, String>> known = new HashMap<>();
  private int knownNames;

  public VillageCells(Register register, Villages villages, int year) {
    this.villages = villages;
    this.year = year;
    this.village = village(register.fields());
    this.township = register.role(Role.TOWNSHIP).map(register.fields()::indexOf).orElse(-1);
  }

  private static int village(List<Field> fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).type() == Field.FieldType.VILLAGE) {
        return i;
      }
    }
    return -1;
  }

  public Judged unified(Judged line) {
    if (village < 0 || line.values().isEmpty() || !(value(line, village) instanceof String name)) {
      return line;
    }
    String unified = name(value(line, township), name);
    if (unified.equals(name)) {
      return line;
    }
    List<@Nullable Object> values = new ArrayList<>(line.values());
    values.set(village, unified);
    return line.with(values);
  }

  private String name(@Nullable Object of, String name) {
    String code = of instanceof String text ? text : null;
    Map<String, String> ofTownship =
        known.computeIfAbsent(code == null ? "" : code, unseen -> new HashMap<>());
    String before = ofTownship.get(name);
    if (before != null) {
      return before;
    }
    String unified = villages.name(code, name, year);
    if (knownNames < MAX_NAMES_REMEMBERED) {
      ofTownship.put(name, unified);
      knownNames++;
    }
    return unified;
  }

  private static @Nullable Object value(Judged line, int field) {
    return field < 0 ? null : line.values().get(field);
  }
}
