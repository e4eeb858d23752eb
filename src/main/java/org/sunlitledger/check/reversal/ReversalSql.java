package org.sunlitledger.check.reversal;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sunlitledger.check.alike.DigestMaker;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.ReversalFields;

/**
 * The queries of {@code Reversals} for a register. Three temporary tables are theirs: {@code
 * reversing_R} has tonight's reversals, {@code reversing_group_R} what they are about, {@code
 * reversible_R} the entries that they could take back.
 */
public final class ReversalSql {
  private final Register register;
  private final ReversalFields reversal;
  private final String name;
  private final String amount;
  private final String key;

  public ReversalSql(Register register) {
    this.register = register;
    this.reversal = register.reversal().orElseThrow();
    this.name = SqlName.plain(register.name());
    this.amount = SqlName.checked(register.field(register.amount().orElseThrow()).column());
    this.key = register.field(register.key().get(0)).column();
  }

  public List<String> key() {
    return List.of(key);
  }

  /** Columns by which lines that are alike are found: those that every line has. */
  public List<String> group() {
    return columns(reversal.alike().stream().filter(field -> isRequired(field)).toList());
  }

  private List<String> details() {
    return columns(reversal.alike().stream().filter(field -> !isRequired(field)).toList());
  }

  private static boolean isRequired(Field field) {
    return field.constraints().required();
  }

  static List<String> columns(List<Field> fields) {
    return fields.stream().map(Field::column).toList();
  }

  /** Whether a delivery that is loaded has a reversal; a small index has the answer. */
  public String anyNew() {
    return """
    select exists (
      select
      from delivery d
      join %s r on r.delivery_id = d.id
      where d.register = '%s'
        and d.status = 'loaded'
        and r.%s < 0
    )
    """
        .formatted(SqlName.checked(name), name, amount);
  }

  /** Pairs of lines that are judged again. */
  public String forget() {
    return """
    delete from reversal l
    using candidate_%s c
    where c.%s < 0
      and l.delivery_id = c.delivery_id
      and l.line = c.line
    """
        .formatted(name, amount);
  }

  /** What a line {@code r} is called, and what it may have to agree in. */
  private String identity() {
    return """
    r.%s as day, r.%s as key, array[%s]::text[] as details\
    """
        .formatted(
            SqlName.checked(register.field(register.date().orElseThrow()).column()),
            SqlName.checked(key),
            each(details(), ", ", "r.%s::text"::formatted));
  }

  public String reversals() {
    String names = "r." + SqlName.checked(reversal.names().column());
    return """
    create temporary table reversing_%1$s on commit drop as
    select r.delivery_id, r.line, r.year, -r.%2$s as fen, %3$s as names, %4$s,
      true as stands,
      dense_rank() over (order by %5$s)::integer as grouped,
      %6$s,
      %7$s as digest,
      case when %3$s is not null then %8$s end as named_digest
    from candidate_%1$s r
    where r.%2$s < 0
      and exists (
        select
        from standing_%1$s s
        where s.delivery_id = r.delivery_id
          and s.line = r.line
      )
    """
        .formatted(
            name,
            amount,
            names,
            identity(),
            each(group(), ", ", "r."::concat),
            numbered(", ", "r.%s as group_%d"),
            DigestMaker.digest(register, group()),
            DigestMaker.digestOf(register, key, names));
  }

  public String anyReversals() {
    return "select exists (select from reversing_%s)".formatted(name);
  }

  public String drop() {
    return "drop table reversing_%s".formatted(name);
  }

  /** What reversals are about, and the last day of which they may take back entries. */
  public String reversedGroups() {
    String columns = numbered(", ", "group_%2$d");
    return """
    create temporary table reversing_group_%1$s on commit drop as
    select grouped, %2$s, max(day) as last, false as decided
    from reversing_%1$s
    group by grouped, %2$s;
    analyze reversing_%1$s, reversing_group_%1$s
    """
        .formatted(name, columns);
  }

  public String groupDigests() {
    return "select distinct digest from reversing_%s where digest is not null".formatted(name);
  }

  public String namedDigests() {
    return "select distinct named_digest from reversing_%s where named_digest is not null"
        .formatted(name);
  }

  /**
   * Of the lines shown as {@code alike}. Later ones can only be meant by reversals with their key.
   */
  public String entries() {
    return """
    create temporary table reversible_%1$s on commit drop as
    select r.delivery_id, r.line, r.year, r.%2$s as fen, %3$s, g.grouped
    from alike a
    join standing_%1$s r on r.delivery_id = a.delivery_id and r.line = a.line
    join reversing_group_%1$s g on %4$s
    where r.%2$s > 0
      and (
        r.%5$s <= g.last
        or (g.grouped, r.%6$s) in (select c.grouped, c.key from reversing_%1$s c)
      )
    """
        .formatted(
            name,
            amount,
            identity(),
            numbered(" and ", "g.group_%2$d = r.%1$s"),
            SqlName.checked(register.field(register.date().orElseThrow()).column()),
            SqlName.checked(key));
  }

  /** Other lines shown as {@code alike}: they are named and cannot be taken back. */
  public String moreEntries() {
    return """
    insert into reversible_%1$s
    select r.delivery_id, r.line, r.year, r.%2$s, %3$s, null
    from alike a
    join standing_%1$s r on r.delivery_id = a.delivery_id and r.line = a.line
    where r.%2$s > 0
      and not exists (
        select
        from reversible_%1$s e
        where e.delivery_id = r.delivery_id
          and e.line = r.line
      )
    """
        .formatted(name, amount, identity());
  }

  public String analyse() {
    return "analyze reversible_%s".formatted(name);
  }

  /**
   * Takes out lines that are refused, or wait, since a finding of some number. What they were about
   * is decided again, unless it is a reversal that took back nothing.
   */
  public String changed() {
    return """
    with refused as (
      select r.delivery_id, r.line
      from (
        select distinct delivery_id, line
        from finding
        where id > :after
          and source = 'check'
          and severity = 'error'
      ) f
      join %2$s r on r.delivery_id = f.delivery_id and r.line = f.line
      where r.verdict <> 'a'
    ), entry as (
      delete from reversible_%1$s e
      using refused f
      where e.delivery_id = f.delivery_id
        and e.line = f.line
      returning e.grouped
    ), reversed as (
      update reversing_%1$s c
      set stands = false
      from refused f
      where c.delivery_id = f.delivery_id
        and c.line = f.line
        and c.stands
      returning c.grouped, c.delivery_id, c.line
    )
    update reversing_group_%1$s g
    set decided = false
    where g.grouped in (select grouped from entry)
      or g.grouped in (select c.grouped from reversed c join reversal using (delivery_id, line))
    """
        .formatted(name, SqlName.checked(name));
  }

  public String undecided() {
    return "select exists (select from reversing_group_%s where not decided)".formatted(name);
  }

  public String decided() {
    return "update reversing_group_%s set decided = true where not decided".formatted(name);
  }

  /** Pairs that must be decided again. */
  public String forgetUndecided() {
    return """
    delete from reversal l
    using reversing_%1$s c
    join reversing_group_%1$s g using (grouped)
    where not g.decided
      and l.delivery_id = c.delivery_id
      and l.line = c.line
    """
        .formatted(name);
  }

  /** Undecided lines in the order of their groups, entries before reversals. */
  public String groups() {
    return """
    select *
    from (
      select c.grouped, c.delivery_id, c.line, c.year, c.day, c.fen, 0 as left_fen, c.key, c.names,
        c.details, true as reversal
      from reversing_%1$s c
      join reversing_group_%1$s g using (grouped)
      where c.stands
        and not g.decided
      union all
      select e.grouped, e.delivery_id, e.line, e.year, e.day, e.fen, e.fen - coalesce(t.fen, 0),
        e.key, null, e.details, false
      from reversible_%1$s e
      join reversing_group_%1$s g using (grouped)
      left join reversed_entry t on t.delivery_id = e.delivery_id and t.line = e.line
      where not g.decided
    ) line
    order by grouped, reversal, day, delivery_id, line
    """
        .formatted(name);
  }

  /** The columns of a group, each with its number from 1. */
  private String numbered(String separator, String format) {
    List<String> columns = group().stream().map(SqlName::checked).toList();
    return IntStream.range(0, columns.size())
        .mapToObj(i -> format.formatted(columns.get(i), i + 1))
        .collect(Collectors.joining(separator));
  }

  static String each(List<String> columns, String separator, UnaryOperator<String> way) {
    return columns.stream().map(SqlName::checked).map(way).collect(Collectors.joining(separator));
  }
}
