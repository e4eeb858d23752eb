package org.sunlitledger.check.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.sunlitledger.check.rule.Check.Stage;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.ForeignKey;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * The rules that follow from foreign keys: a line without a counterpart waits until there is one. A
 * field that may be empty, and is, needs none.
 */
final class References {
  private References() {}

  /** The rule of each foreign key. */
  static List<SchemaRule> of(Registers registers) {
    List<SchemaRule> rules = new ArrayList<>();
    for (Register register : registers.all()) {
      for (ForeignKey key : register.foreignKeys()) {
        rules.add(rule(register, key, registers.get(key.resource())));
      }
    }
    return rules;
  }

  private static SchemaRule rule(Register register, ForeignKey key, Register other) {
    Field first = key.fields().get(0);
    return new SchemaRule(
        key.rule(),
        register,
        first,
        Stage.COUNTERPART,
        other.name(),
        "foreign-key",
        Map.of("field", first.title(), "register", other.title()),
        Map.of("field", first.description(), "register", other.description()),
        "''",
        query(register, key, other));
  }

  private static String query(Register register, ForeignKey key, Register other) {
    StringJoiner found = new StringJoiner(", ", "concat_ws(' ', ", ")").setEmptyValue("''");
    StringJoiner conditions = new StringJoiner("\n  and ");
    StringJoiner matches = new StringJoiner(" and ");
    for (int i = 0; i < key.fields().size(); i++) {
      Field own = key.fields().get(i);
      String column = "c." + SqlName.checked(own.column());
      String referenced = SqlName.checked(other.field(key.referenced().get(i)).column());
      if (!own.type().isHashed()) {
        found.add(column);
      }
      matches.add("o.%s = %s".formatted(referenced, column));
      if (!own.constraints().required()) {
        conditions.add(column + " is not null");
      }
    }
    if (key.isNotLater()) {
      matches.add("o.year <= c.year");
    }
    conditions.add(
        "not exists (select from %s o where %s)"
            .formatted(SqlName.checked("standing_" + other.name()), matches));
    return """
    select c.delivery_id, c.line, %s as found, '' as expected
    from %s c
    where %s
    """
        .formatted(found, SqlName.checked(Candidates.view(register)), conditions);
  }
}
