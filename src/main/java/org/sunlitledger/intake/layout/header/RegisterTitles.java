package org.sunlitledger.intake.layout.header;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlitledger.intake.unit.ColumnTitle;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.code.HeaderText;

/** The titles of a register's fields in deliveries. */
final class RegisterTitles {
  private final Register register;
  private final Map<String, Field> fields = new HashMap<>();

  RegisterTitles(Register register) {
    this.register = register;
    for (Field field : register.fields()) {
      fields.putIfAbsent(HeaderText.normal(field.title()), field);
      fields.putIfAbsent(field.name(), field);
    }
    for (Field field : register.fields()) {
      field.aliases().forEach(alias -> fields.putIfAbsent(HeaderText.normal(alias), field));
    }
  }

  Register register() {
    return register;
  }

  /** All titles in normal form. */
  Set<String> words() {
    return fields.keySet();
  }

  /**
   * How close a title is to the name of its field: 0 for its own title, then the aliases in order.
   */
  int rank(ColumnTitle title) {
    for (String reading : title.readings()) {
      Field field = fields.get(reading);
      if (field != null) {
        List<String> aliases = field.aliases().stream().map(HeaderText::normal).toList();
        return 1 + aliases.indexOf(reading);
      }
    }
    return Integer.MAX_VALUE;
  }

  Optional<Field> field(ColumnTitle title) {
    for (String reading : title.readings()) {
      Field field = fields.get(reading);
      if (field != null) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
