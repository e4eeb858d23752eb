package org.sunlitledger.intake.kinship;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/**
 * Counts the keys that deliveries of a register have in common. All lines count, including rejected
 * ones if they can be read. The lines of a supplement belong to the supplemented delivery and
 * replace the lines that they correct. Keys are compared as in the rule on repeated keys.
 *
 * <p>Only lines whose keys may be in common are read ({@link AlikeKeys}). They are in the temporary
 * table {@code suspect_key}.
 */
@Component
class CommonKeys {
  private final JdbcClient jdbc;
  private final RejectedKeys rejected;
  private final AlikeKeys alike;

  CommonKeys(JdbcClient jdbc, RejectedKeys rejected, AlikeKeys alike) {
    this.jdbc = jdbc;
    this.rejected = rejected;
    this.alike = alike;
  }

  /**
   * Begins the comparison of deliveries of a register. It is valid until the caller's transaction
   * ends.
   */
  Comparison begin(Register register, int year) {
    rejected.read(register, year);
    alike.find(register, year);
    Comparison comparison = new Comparison(register);
    comparison.suspect();
    return comparison;
  }

  /** A delivery and its supplements. */
  record WholeDelivery(long id, List<Long> parts) {}

  /** The differences between the lines of a correction and the lines that it corrects. */
  record LineChanges(
      int added, int gone, int changed, long fenAdded, long fenGone, long fenChanged) {}

  /** The comparisons of one register and year. */
  final class Comparison {
    private final Register register;
    private final List<String> key;
    private final String columns;

    private Comparison(Register register) {
      this.register = register;
      this.key =
          register.key().stream()
              .map(register::field)
              .map(Field::column)
              .map(SqlName::checked)
              .toList();
      this.columns = String.join(", ", key);
    }

    private void suspect() {
      jdbc.sql("drop table if exists pg_temp.suspect_key").update();
      jdbc.sql(
              """
              create temporary table suspect_key on commit drop as
              select r.delivery_id, r.line, %s as fen, %s
              from alike_key a
              join %s r on r.delivery_id = a.delivery_id and r.line = a.line
              """
                  .formatted(
                      register.fenSql("r"),
                      each(", ", "r.%s"::formatted),
                      SqlName.checked(register.name())))
          .update();
      jdbc.sql("analyze suspect_key").update();
    }

    /** Selects the delivery to compare. Returns the number of its keys. */
    int take(long delivery) {
      jdbc.sql("drop table if exists pg_temp.new_key").update();
      int different =
          jdbc.sql(
                  """
                  create temporary table new_key on commit drop as
                  select distinct %s
                  from (%s) l
                  """
                      .formatted(columns, suspects("r.delivery_id = :delivery")))
              .param("delivery", delivery)
              .update();
      jdbc.sql("analyze new_key").update();
      int suspects =
          jdbc.sql("select count(*) from suspect_key where delivery_id = :delivery")
              .param("delivery", delivery)
              .query(Integer.class)
              .single();
      return alike.lines(register, delivery) - suspects + different;
    }

    /** The number of different keys in a delivery. */
    int count(WholeDelivery delivery) {
      return jdbc.sql(
              """
              select count(*)
              from (select distinct %s from (%s) l) k
              """
                  .formatted(columns, lines(inDelivery(delivery))))
          .param("parts", delivery.parts().toArray(Long[]::new))
          .query(Integer.class)
          .single();
    }

    /**
     * For each other delivery, the number of keys that the selected delivery also has. Deliveries
     * without common keys are included.
     */
    Map<Long, Integer> common(Collection<WholeDelivery> others) {
      return common(others, "true", Map.of());
    }

    /** The same numbers, for keys that one given delivery does not have. */
    Map<Long, Integer> commonBeyond(WholeDelivery one, Collection<WholeDelivery> others) {
      return common(
          others,
          "not exists (select from (%s) o where %s)"
              .formatted(
                  suspects("r.delivery_id = any(:beyond)"),
                  each(" and ", "o.%1$s = k.%1$s"::formatted)),
          Map.of("beyond", one.parts().toArray(Long[]::new)));
    }

    private Map<Long, Integer> common(
        Collection<WholeDelivery> others, String condition, Map<String, ?> parameters) {
      Map<Long, Long> wholes = new HashMap<>();
      others.forEach(whole -> whole.parts().forEach(part -> wholes.put(part, whole.id())));
      Map<Long, Integer> common = new HashMap<>();
      jdbc.sql(
              """
              select whole, count(*)
              from (
                select distinct coalesce(d.supplements, d.id) as whole, %1$s
                from new_key k
                join (%2$s) l using (%3$s)
                join delivery d on d.id = l.delivery_id
                where %4$s
              ) c
              group by whole
              """
                  .formatted(
                      each(", ", "k.%s"::formatted),
                      suspects(open(others) + " and r.delivery_id = any(:parts)"),
                      columns,
                      condition))
          .param("parts", wholes.keySet().toArray(Long[]::new))
          .params(parameters)
          .query((RowCallbackHandler) row -> common.put(row.getLong(1), row.getInt(2)));
      return common;
    }

    /** The lines that are new, missing or changed in a correction. */
    LineChanges changes(long correction, WholeDelivery corrected) {
      int same = same(correction, corrected);
      return jdbc.sql(
              """
              with new_line as (
                select %1$s, true as there, sum(fen) as fen
                from (%2$s) l
                group by %1$s
              ), old_line as (
                select %1$s, true as there, sum(fen) as fen
                from (%3$s) l
                group by %1$s
              )
              select
                count(*) filter (where o.there is null),
                count(*) filter (where n.there is null),
                count(*) filter (where n.there and o.there),
                least(coalesce(sum(n.fen) filter (where o.there is null), 0), 9223372036854775807),
                least(coalesce(sum(o.fen) filter (where n.there is null), 0), 9223372036854775807),
                least(coalesce(sum(n.fen - o.fen) filter (where n.there and o.there), 0), 9223372036854775807)
              from new_line n
              full join old_line o using (%1$s)
              """
                  .formatted(
                      columns, lines("r.delivery_id = :correction"), lines(inDelivery(corrected))))
          .param("correction", correction)
          .param("parts", corrected.parts().toArray(Long[]::new))
          .query(
              (row, number) ->
                  new LineChanges(
                      row.getInt(1),
                      row.getInt(2),
                      row.getInt(3) - same,
                      row.getLong(4),
                      row.getLong(5),
                      row.getLong(6)))
          .single();
    }

    /** The number of keys with the same line in both. */
    private int same(long correction, WholeDelivery corrected) {
      String others =
          register.fields().stream()
              .map(field -> SqlName.checked(field.column()))
              .filter(column -> !key.contains(column))
              .map(column -> " and n.%1$s is not distinct from o.%1$s".formatted(column))
              .collect(Collectors.joining());
      return jdbc.sql(
              """
              select count(*)
              from (
                select distinct %1$s
                from %2$s n
                join %2$s o using (%3$s)
                where n.delivery_id = :correction
                  and o.delivery_id = any(:parts)
                  %4$s
              ) s
              """
                  .formatted(
                      each(", ", "n.%s"::formatted),
                      SqlName.checked(register.name()),
                      columns,
                      others))
          .param("correction", correction)
          .param("parts", corrected.parts().toArray(Long[]::new))
          .query(Integer.class)
          .single();
    }

    private String inDelivery(WholeDelivery delivery) {
      return open(List.of(delivery)) + " and r.delivery_id = any(:parts)";
    }

    /** A condition that excludes the lines that a supplement has replaced. */
    private String open(Collection<WholeDelivery> deliveries) {
      return deliveries.stream().allMatch(whole -> whole.parts().size() == 1)
          ? "true"
          : """
            not exists (
              select
              from stand_in b
              where b.delivery_id = r.delivery_id
                and b.line = r.line
                and b.by_delivery > b.delivery_id
                and b.status in ('live', 'loaded')
            )\
            """;
    }

    /**
     * A query for lines with a complete key, in the deliveries for which a condition on {@code r}
     * holds.
     */
    private String lines(String condition) {
      return """
      select r.delivery_id, r.line, %1$s as fen, %2$s
      from %3$s r
      where %4$s
        and %5$s
      union all
      select r.delivery_id, r.line, r.fen, %2$s
      from rejected_key r
      where %4$s
      """
          .formatted(
              register.fenSql("r"),
              each(", ", "r.%s"::formatted),
              SqlName.checked(register.name()),
              condition,
              hasKey());
    }

    /** A query for those lines whose key another line may have. */
    private String suspects(String condition) {
      return """
      select r.*
      from suspect_key r
      where %1$s
      union all
      select r.*
      from rejected_key r
      where %1$s
      """
          .formatted(condition);
    }

    private String hasKey() {
      return each(" and ", "r.%s is not null"::formatted);
    }

    private String each(String separator, UnaryOperator<String> column) {
      return key.stream().map(column).collect(Collectors.joining(separator));
    }
  }
}
