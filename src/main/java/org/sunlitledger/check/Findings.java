package org.sunlitledger.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.Rules.Rule;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** What is wrong with the deliveries that count, and with the files that were refused. */
@Component
public final class Findings {
  private final JdbcClient jdbc;
  private final Rules rules;
  private final Registers registers;

  public Findings(JdbcClient jdbc, Rules rules, Registers registers) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.registers = registers;
  }

  /**
   * One breach of a rule, in the words of one language.
   *
   * @param line 0 where the whole file is meant
   * @param column title of the column; empty where the whole line is meant
   */
  public record Told(
      long delivery,
      String file,
      int line,
      String column,
      String found,
      String expected,
      String rule,
      String severity,
      boolean waiting,
      String message) {}

  /** In the order of deliveries and lines; all years or one, all deliveries or one. */
  public List<Told> list(Optional<Integer> year, Optional<Long> delivery, boolean chinese) {
    Map<String, Rule> byId = rules.byId(chinese);
    return jdbc.sql(
            """
            select f.delivery_id, d.name, coalesce(f.line, 0), d.register, f.field, f.found,
              f.expected, f.rule, f.severity, f.waiting
            from finding f
            join delivery d on d.id = f.delivery_id
            where d.status in ('live', 'refused', 'held')
              and not exists (
                select
                from brought_again b
                where b.delivery_id = f.delivery_id
                  and b.line = f.line
              )
              and (cast(:year as integer) is null or d.year = :year)
              and (cast(:delivery as bigint) is null or d.id = :delivery)
            order by f.delivery_id, f.line nulls first, f.id
            """)
        .param("year", year.orElse(null))
        .param("delivery", delivery.orElse(null))
        .query(
            (row, number) -> {
              String id = row.getString(8);
              Rule rule = byId.get(id);
              String expected = Optional.ofNullable(row.getString(7)).orElse("");
              return new Told(
                  row.getLong(1),
                  row.getString(2),
                  row.getInt(3),
                  column(
                      Optional.ofNullable(row.getString(4)),
                      Optional.ofNullable(row.getString(5)).orElse("")),
                  Optional.ofNullable(row.getString(6)).orElse(""),
                  rule == null ? expected : rule.expectation(expected),
                  id,
                  row.getString(9),
                  row.getBoolean(10),
                  rule == null ? "" : rule.title() + (chinese ? "。" : ". ") + rule.mend());
            })
        .list();
  }

  private String column(Optional<String> register, String field) {
    return register.map(registers::get).map(Register::fields).orElse(List.of()).stream()
        .filter(known -> known.name().equals(field))
        .map(Field::title)
        .findFirst()
        .orElse(field);
  }
}
