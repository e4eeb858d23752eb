package org.sunlitledger.console.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** The deliveries of a year with rejected lines that are open, and the files refused as a whole. */
@Component
public final class OpenDeliveries {
  private static final String HAS_RULE =
      """
      (cast(:rule as text) is null or exists (
        select
        from finding f
        where f.delivery_id = o.delivery_id
          and coalesce(f.line, 0) = o.line
          and f.rule = :rule
      ))
      """;

  private final JdbcClient jdbc;
  private final Registers registers;

  OpenDeliveries(JdbcClient jdbc, Registers registers) {
    this.jdbc = jdbc;
    this.registers = registers;
  }

  /**
   * A delivery with something to correct.
   *
   * @param register empty where the file was refused before it was known
   * @param isWhole whether the file is refused as a whole; it has no lines then
   * @param lines number of its open rejected lines
   * @param fen amount of these lines as far as it can be read
   * @param drafts number of lines that somebody has corrected and not handed in
   */
  public record OpenDelivery(
      long id,
      String name,
      Optional<Register> register,
      boolean isWhole,
      int lines,
      long fen,
      int drafts) {}

  /**
   * In the order of deliveries; what was set aside is not among it.
   *
   * @param rule only those with an open finding of this rule
   */
  public List<OpenDelivery> of(int year, Optional<String> rule) {
    Map<Long, Long> checked = fenOfChecks(year, rule);
    return jdbc.sql(
            """
            select d.id, d.name, d.register, d.status = 'refused', t.lines, t.fen, (
              select count(distinct m.line)
              from mend_draft m
              where m.delivery_id = d.id
                and m.submission_id is null
            )
            from (
              select
                o.delivery_id,
                count(*) filter (where o.kind = 'line') as lines,
                coalesce(sum(r.fen), 0) as fen
              from undecided_thing o
              join delivery of on of.id = o.delivery_id
              left join reject r on r.delivery_id = o.delivery_id and r.line = o.line
              where of.year = :year
                and of.status in ('live', 'offered', 'refused')
                and o.kind in ('line', 'file')
                and %s
              group by o.delivery_id
            ) t
            join delivery d on d.id = t.delivery_id
            order by d.id
            """
                .formatted(HAS_RULE))
        .param("year", year)
        .param("rule", rule.orElse(null))
        .query(
            (row, number) ->
                new OpenDelivery(
                    row.getLong(1),
                    row.getString(2),
                    Optional.ofNullable(row.getString(3)).flatMap(registers::find),
                    row.getBoolean(4),
                    row.getInt(5),
                    row.getLong(6) + checked.getOrDefault(row.getLong(1), 0L),
                    row.getInt(7)))
        .list();
  }

  /** Amounts of open lines that are kept as records, because a check has rejected them. */
  private Map<Long, Long> fenOfChecks(int year, Optional<String> rule) {
    Map<Long, Long> fen = new HashMap<>();
    jdbc.sql(
            """
            select distinct register
            from delivery
            where year = :year
              and status in ('live', 'offered')
              and lines_refused > 0
            """)
        .param("year", year)
        .query(String.class)
        .list()
        .forEach(name -> add(fen, registers.get(name), year, rule));
    return fen;
  }

  private void add(Map<Long, Long> fen, Register register, int year, Optional<String> rule) {
    Optional<Field> amount = register.amount().map(register::field);
    if (amount.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            select o.delivery_id, sum(r.%s)
            from undecided_thing o
            join delivery d on d.id = o.delivery_id
            join %s r on r.delivery_id = o.delivery_id and r.line = o.line
            where d.year = :year
              and d.status in ('live', 'offered')
              and d.register = :register
              and o.kind = 'line'
              and %s
            group by o.delivery_id
            """
                .formatted(
                    SqlName.checked(amount.get().column()),
                    SqlName.checked(register.name()),
                    HAS_RULE))
        .param("year", year)
        .param("rule", rule.orElse(null))
        .param("register", register.name())
        .query(
            row -> {
              fen.merge(row.getLong(1), row.getLong(2), Long::sum);
            });
  }
}
