package org.sunlitledger.check.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.check.rule.Rules.Rule;
import org.sunlitledger.register.Registers;

/** What is wrong with the deliveries that count, and with the files that were refused. */
@Component
public final class Findings {
  private static final String FINDINGS =
      """
      select f.delivery_id, d.name, coalesce(f.line, 0) as line, d.register, f.field, f.found,
        f.expected, f.rule, f.severity, f.waiting, i.id as item, i.set_aside_by, i.set_aside_at,
        i.why, i.approved_by, f.id as finding
      from finding f
      join delivery d on d.id = f.delivery_id
      cross join lateral (select open_kind(d.status, f.severity, f.rule) as kind) k
      left join open_item i
        on i.delivery_id = f.delivery_id
        and i.kind = k.kind
        and i.line = case k.kind when 'file' then 0 else coalesce(f.line, 0) end
        and i.subject = case when k.kind in ('file', 'line') then '' else coalesce(f.found, '') end
      where d.status in ('live', 'refused', 'held', 'offered')
        and not exists (
          select
          from brought_again b
          where b.delivery_id = f.delivery_id
            and b.line = f.line
        )
        and (cast(:year as integer) is null or d.year = :year)
        and (cast(:delivery as bigint) is null or d.id = :delivery)
      """;

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

  /**
   * What breaks one rule in a delivery.
   *
   * @param count of all breaches
   * @param first the first of them
   */
  public record FindingGroup(String rule, String severity, long count, List<FindingText> first) {}

  /** In the order of deliveries and lines; all years or one, all deliveries or one. */
  public List<FindingText> list(Optional<Integer> year, Optional<Long> delivery, boolean chinese) {
    Map<String, Rule> byId = rules.byId(chinese);
    return jdbc.sql(FINDINGS + "order by f.delivery_id, f.line nulls first, f.id")
        .param("year", year.orElse(null))
        .param("delivery", delivery.orElse(null))
        .query((row, number) -> finding(row, byId, chinese))
        .list();
  }

  /** What is wrong with one line of a delivery. */
  public List<FindingText> ofLine(long delivery, int line, boolean chinese) {
    Map<String, Rule> byId = rules.byId(chinese);
    return jdbc.sql(FINDINGS + " and f.line = :line order by f.id")
        .param("year", null)
        .param("delivery", delivery)
        .param("line", line)
        .query((row, number) -> finding(row, byId, chinese))
        .list();
  }

  /**
   * A delivery's findings by rule: errors first, then what is open, then what breaks a rule most.
   *
   * @param most of each group
   */
  public List<FindingGroup> groups(long delivery, int most, boolean chinese) {
    Map<String, Rule> byId = rules.byId(chinese);
    List<FindingGroup> groups = new ArrayList<>();
    jdbc.sql(
            """
            with counts as (
              select f.severity, f.rule, count(*) as breaches
              from finding f
              where f.delivery_id = :delivery
                and not exists (
                  select
                  from brought_again b
                  where b.delivery_id = f.delivery_id
                    and b.line = f.line
                )
              group by f.severity, f.rule
            )
            select
              x.*,
              c.breaches,
              row_number() over (partition by c.severity, c.rule order by x.line, x.finding) as place
            from counts c
            cross join lateral (
              %s
                and f.severity = c.severity
                and f.rule = c.rule
              order by f.line nulls first, f.id
              limit :most
            ) x
            order by array_position(array['error', 'open', 'warning', 'info'], c.severity),
              c.breaches desc, c.rule, place
            """
                .formatted(FINDINGS))
        .param("year", null)
        .param("delivery", delivery)
        .param("most", most)
        .query(
            row -> {
              if (row.getInt("place") == 1) {
                groups.add(
                    new FindingGroup(
                        row.getString("rule"),
                        row.getString("severity"),
                        row.getLong("breaches"),
                        new ArrayList<>()));
              }
              groups.get(groups.size() - 1).first().add(finding(row, byId, chinese));
            });
    return groups;
  }

  private FindingText finding(ResultSet row, Map<String, Rule> byId, boolean chinese)
      throws SQLException {
    String id = row.getString("rule");
    Rule rule = byId.get(id);
    String expected = Optional.ofNullable(row.getString("expected")).orElse("");
    return new FindingText(
        row.getLong("delivery_id"),
        row.getString("name"),
        row.getInt("line"),
        column(
            Optional.ofNullable(row.getString("register")),
            Optional.ofNullable(row.getString("field")).orElse("")),
        Optional.ofNullable(row.getString("found")).orElse(""),
        rule == null ? expected : rule.expectation(expected),
        id,
        row.getString("severity"),
        row.getBoolean("waiting"),
        rule == null ? "" : rule.title() + (chinese ? "。" : ". ") + rule.mend(),
        Optional.ofNullable(row.getObject("item", Long.class)),
        decision(row));
  }

  private static Optional<SetAsideDecision> decision(ResultSet row) throws SQLException {
    String by = row.getString("set_aside_by");
    return by == null
        ? Optional.empty()
        : Optional.of(
            new SetAsideDecision(
                by,
                row.getObject("set_aside_at", OffsetDateTime.class),
                row.getString("why"),
                Optional.ofNullable(row.getString("approved_by"))));
  }

  private String column(Optional<String> register, String field) {
    return register.map(registers::get).map(of -> of.fieldTitle(field)).orElse(field);
  }
}
