package org.sunlitledger.check.reversal;

import static org.sunlitledger.check.reversal.ReversalSql.columns;
import static org.sunlitledger.check.reversal.ReversalSql.each;

import java.util.List;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.ReversalFields;

/** The queries of {@code Reversals} for what is wrong; see {@link ReversalSql} for the tables. */
public final class ReversalBreaches {
  public static final String LISTED_TABLE =
      """
      create temporary table reversal_listed (
        outcome text,
        delivery_id bigint,
        line integer,
        of_delivery bigint,
        of_line integer,
        nth smallint
      ) on commit drop
      """;

  private final Register register;
  private final ReversalFields reversal;
  private final String name;
  private final String amount;

  public ReversalBreaches(Register register) {
    this.register = register;
    this.reversal = register.reversal().orElseThrow();
    this.name = SqlName.plain(register.name());
    this.amount = SqlName.checked(register.field(register.amount().orElseThrow()).column());
  }

  /** The field that findings are about. */
  public String amountField() {
    return register.amount().orElseThrow();
  }

  /** Lists entries that are named but not alike, or later, for what was found unknown. */
  public String differing() {
    return """
    with differing as (
      insert into reversal_listed (outcome, delivery_id, line, of_delivery, of_line, nth)
      select '%2$s', n.delivery_id, n.line, n.of_delivery, n.of_line, n.nth
      from (
        select u.delivery_id, u.line, e.delivery_id as of_delivery, e.line as of_line,
          row_number() over (
            partition by u.delivery_id, u.line
            order by e.day, e.delivery_id, e.line
          ) as nth
        from reversal_listed u
        join reversing_%1$s c on c.delivery_id = u.delivery_id and c.line = u.line
        join reversible_%1$s e on e.key = c.names
        where u.outcome = '%3$s'
          and u.nth = 0
      ) n
      where n.nth <= %4$d
      returning delivery_id, line
    )
    delete from reversal_listed u
    using differing d
    where u.outcome = '%3$s'
      and u.delivery_id = d.delivery_id
      and u.line = d.line
    """
        .formatted(
            name, ReversalRule.DIFFERS.id(), ReversalRule.UNKNOWN.id(), ReversalGroup.LISTED);
  }

  /** What breaks a rule, with the entries listed for it: file, line, key, what is left of it. */
  public String found(ReversalRule rule) {
    return """
    select c.delivery_id, c.line,
      concat_ws(' ← ', trim_scale(c.fen / -100.0)::text, c.names) as found,
      coalesce(
        string_agg(
          d.name || ' : ' || e.line || ' ' || e.key || ' '
            || trim_scale((e.fen - coalesce((
              select sum(l.fen)
              from standing_reversal l
              where l.of_delivery = e.delivery_id
                and l.of_line = e.line
            ), 0)) / 100.0) || '元',
          '；' order by u.nth
        ), ''
      ) as expected
    from reversal_listed u
    join reversing_%1$s c on c.delivery_id = u.delivery_id and c.line = u.line
    left join reversible_%1$s e on e.delivery_id = u.of_delivery and e.line = u.of_line
    left join delivery d on d.id = e.delivery_id
    where u.outcome = '%2$s'
    group by c.delivery_id, c.line, c.fen, c.names
    """
        .formatted(name, rule.id());
  }

  public String notNegative() {
    return """
    select c.delivery_id, c.line, trim_scale(c.%2$s / 100.0) as found,
      trim_scale(c.%2$s / -100.0) as expected
    from candidate_%1$s c
    where c.%3$s is not null
      and c.%2$s > 0
    """
        .formatted(name, amount, SqlName.checked(reversal.names().column()));
  }

  /**
   * Whether any takes back an entry of an earlier year, or of another total: only these can take
   * theirs below zero.
   */
  public String crosses() {
    return "select exists (%s)".formatted(crossing());
  }

  private String crossing() {
    return """
    select s.*
    from reversing_%1$s c
    join standing_%1$s s on s.delivery_id = c.delivery_id and s.line = c.line
    join reversal l on l.delivery_id = c.delivery_id and l.line = c.line
    join delivery o on o.id = l.of_delivery
    join standing_%1$s e on e.delivery_id = l.of_delivery and e.line = l.of_line
    where o.year < c.year
      or (%2$s) is distinct from (%3$s)
    """
        .formatted(
            name,
            each(columns(reversal.total()), ", ", "e."::concat),
            each(columns(reversal.total()), ", ", "s."::concat));
  }

  /** Reversals for which the sum of their year is negative. */
  public String belowZero() {
    List<String> by = columns(reversal.total());
    return """
    with crossing as (
    %1$s
    )
    select c.delivery_id, c.line, trim_scale(y.fen / 100.0) as found, 0 as expected
    from crossing c
    join (
      select year, %3$s, sum(%4$s) as fen
      from standing_%2$s
      where (year, %3$s) in (select year, %3$s from crossing)
      group by year, %3$s
      having sum(%4$s) < 0
    ) y on y.year = c.year and %5$s
    """
        .formatted(
            crossing(),
            name,
            each(by, ", ", column -> column),
            amount,
            each(by, " and ", column -> "y.%1$s = c.%1$s".formatted(column)));
  }
}
