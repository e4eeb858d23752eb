package org.sunlitledger.console.draft;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** The deliveries of a year with rejected lines that are open, and the files refused as a whole. */
@Component
public final class OpenDeliveries {
  /** Counted with the last change. */
  private static final String ALL =
      """
      select delivery_id, kind, items, fen
      from open_group
      """;

  /** What breaks one rule. */
  private static final String OF_RULE =
      """
      select o.delivery_id, o.kind, count(*) as items,
        case when count(*) = count(o.fen) then sum(o.fen) end as fen
      from undecided_thing o
      where exists (
          select
          from finding f
          where f.delivery_id = o.delivery_id
            and coalesce(f.line, 0) = o.line
            and f.rule = :rule
        )
      group by o.delivery_id, o.kind
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
   * @param fen amount of these lines as far as it can be read; empty after an upgrade, until the
   *     next run has summed them
   * @param drafts number of lines that somebody has corrected and not handed in
   */
  public record OpenDelivery(
      long id,
      String name,
      Optional<Register> register,
      boolean isWhole,
      int lines,
      Optional<Long> fen,
      int drafts) {}

  /**
   * In the order of deliveries; what was set aside is not among it.
   *
   * @param rule only those with an open finding of this rule
   */
  public List<OpenDelivery> of(int year, Optional<String> rule) {
    return jdbc.sql(
            """
            select d.id, d.name, d.register, d.status = 'refused',
              coalesce(sum(o.items) filter (where o.kind = 'line'), 0),
              case when count(*) = count(o.fen) then sum(o.fen) end as fen,
              (
                select count(distinct m.line)
                from mend_draft m
                where m.delivery_id = d.id
                  and m.submission_id is null
              )
            from (%s) o
            join delivery d on d.id = o.delivery_id
            where d.year = :year
              and d.status in ('live', 'offered', 'refused')
              and o.kind in ('line', 'file')
            group by d.id
            order by d.id
            """
                .formatted(rule.isPresent() ? OF_RULE : ALL))
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
                    Optional.ofNullable(row.getObject("fen", BigDecimal.class))
                        .map(BigDecimal::longValueExact),
                    row.getInt(7)))
        .list();
  }
}
