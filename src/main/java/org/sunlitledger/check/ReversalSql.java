package org.sunlitledger.check;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.sunlitledger.database.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Reversal;

/**
 * The queries of {@link Reversals} for a register. Two temporary tables are theirs: {@code
 * reversing_R} has tonight's reversals, {@code reversible_R} the entries that they could take back,
 * both accepted or not.
 */
final class ReversalSql {
  static final String LISTED_TABLE =
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
  private final Reversal reversal;
  private final String name;
  private final String amount;
  private final String key;

  ReversalSql(Register register) {
    this.register = register;
    this.reversal = register.reversal().orElseThrow();
    this.name = SqlName.plain(register.name());
    this.amount = SqlName.of(register.field(register.amount().orElseThrow()).column());
    this.key = register.field(register.key().get(0)).column();
  }

  /** The field that findings are about. */
  String amountField() {
    return register.amount().orElseThrow();
  }

  List<String> key() {
    return List.of(key);
  }

  /** Columns by which lines that are alike are found: those that every line has. */
  List<String> group() {
    return columns(reversal.alike().stream().filter(field -> isRequired(field)).toList());
  }

  private List<String> details() {
    return columns(reversal.alike().stream().filter(field -> !isRequired(field)).toList());
  }

  private static boolean isRequired(Field field) {
    return field.constraints().required();
  }

  private static List<String> columns(List<Field> fields) {
    return fields.stream().map(Field::column).toList();
  }

  /** What a line {@code r} is called, and what it must agree in. */
  private String identity() {
    return """
    r.%s as day, r.%s as key,
      jsonb_build_array(%s)::text as grouped,
      array[%s]::text[] as details\
    """
        .formatted(
            SqlName.of(register.field(register.date().orElseThrow()).column()),
            SqlName.of(key),
            each(group(), ", ", "r.%s::text"::formatted),
            each(details(), ", ", "r.%s::text"::formatted));
  }

  String reversals() {
    String names = "r." + SqlName.of(reversal.names().column());
    return """
    create temporary table reversing_%1$s on commit drop as
    select r.delivery_id, r.line, r.year, -r.%2$s as fen, %3$s as names, %4$s,
      %5$s as digest,
      case when %3$s is not null then %6$s end as named_digest
    from candidate_%1$s r
    where r.%2$s < 0
    """
        .formatted(
            name,
            amount,
            names,
            identity(),
            DigestMaker.digest(register, group()),
            DigestMaker.digestOf(register, key, names));
  }

  String anyReversals() {
    return "select exists (select from reversing_%s)".formatted(name);
  }

  String drop() {
    return "drop table reversing_%s".formatted(name);
  }

  String groupDigests() {
    return "select distinct digest from reversing_%s where digest is not null".formatted(name);
  }

  String namedDigests() {
    return "select distinct named_digest from reversing_%s where named_digest is not null"
        .formatted(name);
  }

  /** Of the lines shown as {@code alike}. */
  String entries() {
    return "create temporary table reversible_%s on commit drop as\n".formatted(name)
        + entriesAlike("");
  }

  /** Of other lines shown as {@code alike}. */
  String moreEntries() {
    String known =
        """
          and not exists (
            select
            from reversible_%s e
            where e.delivery_id = r.delivery_id
              and e.line = r.line
          )
        """
            .formatted(name);
    return "insert into reversible_%s\n".formatted(name) + entriesAlike(known);
  }

  private String entriesAlike(String condition) {
    return """
    select r.delivery_id, r.line, d.year, r.%2$s as fen, %3$s
    from alike a
    join %1$s r on r.delivery_id = a.delivery_id and r.line = a.line
    join delivery d on d.id = r.delivery_id
    where r.%2$s > 0
    """
            .formatted(SqlName.of(name), amount, identity())
        + condition;
  }

  String analyse() {
    return """
    create index on reversible_%1$s (key);
    analyze reversing_%1$s, reversible_%1$s
    """
        .formatted(name);
  }

  /** Pairs of lines that are judged again. */
  String forget() {
    return """
    delete from reversal l
    using reversing_%s c
    where l.delivery_id = c.delivery_id
      and l.line = c.line
    """
        .formatted(name);
  }

  /** Accepted lines in the order of their groups, entries before reversals. */
  String groups() {
    return """
    select *
    from (
      select c.grouped, c.delivery_id, c.line, c.year, c.day, c.fen, 0 as left_fen, c.key, c.names,
        c.details, true as reversal
      from reversing_%1$s c
      join standing_%1$s s on s.delivery_id = c.delivery_id and s.line = c.line
      union all
      select e.grouped, e.delivery_id, e.line, e.year, e.day, e.fen, e.fen - coalesce(t.fen, 0),
        e.key, null, e.details, false
      from reversible_%1$s e
      join standing_%1$s s on s.delivery_id = e.delivery_id and s.line = e.line
      left join reversed_entry t on t.delivery_id = e.delivery_id and t.line = e.line
    ) line
    order by grouped, reversal, day, delivery_id, line
    """
        .formatted(name);
  }

  /** Lists entries that are named but not alike, or later, for what was found unknown. */
  String differing() {
    return """
    with differing as (
      insert into reversal_listed (outcome, delivery_id, line, of_delivery, of_line, nth)
      select '%2$s', u.delivery_id, u.line, e.delivery_id, e.line, e.nth
      from reversal_listed u
      join reversing_%1$s c on c.delivery_id = u.delivery_id and c.line = u.line
      join lateral (
        select e.delivery_id, e.line,
          row_number() over (order by e.day, e.delivery_id, e.line) as nth
        from reversible_%1$s e
        join standing_%1$s s on s.delivery_id = e.delivery_id and s.line = e.line
        where e.key = c.names
      ) e on e.nth <= %4$d
      where u.outcome = '%3$s'
        and u.nth = 0
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
  String found(ReversalRule rule) {
    return """
    select c.delivery_id, c.line,
      concat_ws(' ← ', trim_scale(c.fen / -100.0)::text, c.names) as found,
      coalesce(
        string_agg(
          d.name || ' : ' || e.line || ' ' || e.key || ' '
            || trim_scale((e.fen - coalesce(t.fen, 0)) / 100.0) || '元',
          '；' order by u.nth
        ), ''
      ) as expected
    from reversal_listed u
    join reversing_%1$s c on c.delivery_id = u.delivery_id and c.line = u.line
    left join reversible_%1$s e on e.delivery_id = u.of_delivery and e.line = u.of_line
    left join delivery d on d.id = e.delivery_id
    left join reversed_entry t on t.delivery_id = e.delivery_id and t.line = e.line
    where u.outcome = '%2$s'
    group by c.delivery_id, c.line, c.fen, c.names
    """
        .formatted(name, rule.id());
  }

  String notNegative() {
    return """
    select c.delivery_id, c.line, trim_scale(c.%2$s / 100.0) as found,
      trim_scale(c.%2$s / -100.0) as expected
    from candidate_%1$s c
    where c.%3$s is not null
      and c.%2$s > 0
    """
        .formatted(name, amount, SqlName.of(reversal.names().column()));
  }

  /**
   * Whether any takes back an entry of an earlier year, or of another total: only these can take
   * theirs below zero.
   */
  String crosses() {
    return "select exists (%s)".formatted(crossing());
  }

  private String crossing() {
    return """
    select s.*
    from reversing_%1$s c
    join standing_%1$s s on s.delivery_id = c.delivery_id and s.line = c.line
    join reversal l on l.delivery_id = c.delivery_id and l.line = c.line
    join delivery o on o.id = l.of_delivery
    join %2$s e on e.delivery_id = l.of_delivery and e.line = l.of_line
    where o.year < c.year
      or (%3$s) is distinct from (%4$s)
    """
        .formatted(
            name,
            SqlName.of(name),
            each(columns(reversal.total()), ", ", "e."::concat),
            each(columns(reversal.total()), ", ", "s."::concat));
  }

  /** Reversals for which the sum of their year is negative. */
  String belowZero() {
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

  private static String each(List<String> columns, String separator, UnaryOperator<String> way) {
    return columns.stream().map(SqlName::of).map(way).collect(Collectors.joining(separator));
  }
}
