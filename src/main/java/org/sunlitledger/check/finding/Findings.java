package org.sunlitledger.check.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.check.rule.Rules.Rule;
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
   * @param open its number among the open items; empty where it is none
   */
  public record FindingText(
      long delivery,
      String file,
      int line,
      String column,
      String found,
      String expected,
      String rule,
      String severity,
      boolean waiting,
      String message,
      Optional<Long> open,
      Optional<SetAsideDecision> setAside) {}

  /** Who set an open item aside, and who approved that; nobody yet where that is empty. */
  public record SetAsideDecision(
      String by, OffsetDateTime at, String why, Optional<String> approvedBy) {}

  /** In the order of deliveries and lines; all years or one, all deliveries or one. */
  public List<FindingText> list(Optional<Integer> year, Optional<Long> delivery, boolean chinese) {
    Map<String, Rule> byId = rules.byId(chinese);
    return jdbc.sql(
            """
            select f.delivery_id, d.name, coalesce(f.line, 0), d.register, f.field, f.found,
              f.expected, f.rule, f.severity, f.waiting, i.id, i.set_aside_by, i.set_aside_at,
              i.why, i.approved_by
            from finding f
            join delivery d on d.id = f.delivery_id
            left join open_item i
              on i.delivery_id = f.delivery_id
              and i.kind = open_kind(d.status, f.severity, f.rule)
              and i.line = case i.kind when 'file' then 0 else coalesce(f.line, 0) end
              and i.subject = case when i.kind in ('file', 'line') then '' else f.found end
            where d.status in ('live', 'refused', 'held', 'offered')
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
              return new FindingText(
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
                  rule == null ? "" : rule.title() + (chinese ? "。" : ". ") + rule.mend(),
                  Optional.ofNullable(row.getObject(11, Long.class)),
                  decision(row));
            })
        .list();
  }

  private static Optional<SetAsideDecision> decision(ResultSet row) throws SQLException {
    String by = row.getString(12);
    return by == null
        ? Optional.empty()
        : Optional.of(
            new SetAsideDecision(
                by,
                row.getObject(13, OffsetDateTime.class),
                row.getString(14),
                Optional.ofNullable(row.getString(15))));
  }

  private String column(Optional<String> register, String field) {
    return register.map(registers::get).map(Register::fields).orElse(List.of()).stream()
        .filter(known -> known.name().equals(field))
        .map(Field::title)
        .findFirst()
        .orElse(field);
  }
}
