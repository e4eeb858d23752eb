package org.sunlitledger.check.alike;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.definition.Years;
import org.sunlitledger.register.Register;

/**
 * Whether keys may differ only in case, width or leading zeros. Where offices number as the county
 * asks they cannot, and no key has to be folded. Two questions, each answered once a delivery:
 *
 * <ol>
 *   <li>The shape of its keys. Plain ones are of capital letters and signs of ASCII, and have
 *       leading zeros at most in a number at their end: two of one length then differ in more.
 *   <li>Only for a year with others, their forms: PZ000017 is of the form PZ000099. Keys that
 *       differ only so are of different forms, and these differ in nothing else.
 * </ol>
 */
@Component
public final class KeyForms {
  /** With more forms than that a delivery's keys are folded, whatever they are. */
  private static final int COMPARED_KEYS = 1_000;

  /** Lines, as a power of two, whose keys are looked at as one text: a thousand times as fast. */
  private static final int BLOCK = 14;

  private static final String NOT_PLAIN = "(^|[^0-9])0[0-9]+[^0-9\\x1f]|[a-z]|[^\\x1e-\\x7e]";
  private static final String PADDED = "(^|[^0-9])0[0-9]";

  private final JdbcClient jdbc;

  KeyForms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether keys of some years may differ only in case, width or leading zeros. */
  public boolean mayBeSimilar(FoldedKey key, Years years) {
    lacking("key_shape", key.register(), years).forEach(delivery -> takeShape(key, delivery));
    if (!mayBeSimilarByShape(key.register(), years)) {
      return false;
    }
    lacking("key_form", key.register(), years).forEach(delivery -> takeForms(key, delivery));
    return mayBeSimilarByForm(key.register(), years);
  }

  private boolean mayBeSimilarByShape(Register register, Years years) {
    return jdbc.sql(
            """
            select exists (
              select
              from key_shape k
              join delivery d on d.id = k.delivery_id
              where d.register = :register
                and d.status in ('live', 'loaded')
                and d.year between :from and :to
              group by d.year
              having bool_or(not k.plain)
                or bool_or(k.padded)
                and (count(k.length) < count(*) or min(k.length) <> max(k.length))
            )
            """)
        .param("register", register.name())
        .param("from", years.from())
        .param("to", years.to())
        .query(Boolean.class)
        .single();
  }

  private boolean mayBeSimilarByForm(Register register, Years years) {
    return jdbc.sql(
            """
            select exists (
              select
              from (
                select distinct d.year, k.form
                from key_form k
                join delivery d on d.id = k.delivery_id
                where d.register = :register
                  and d.status in ('live', 'loaded')
                  and d.year between :from and :to
              ) f
              group by f.year, %s
              having count(*) > 1 or bool_or(f.form = '')
            )
            """
                .formatted(
                    FoldedKey.folded("translate(normalize(f.form, nfkc), '12345678', '99999999')")))
        .param("register", register.name())
        .param("from", years.from())
        .param("to", years.to())
        .query(Boolean.class)
        .single();
  }

  private List<Long> lacking(String table, Register register, Years years) {
    return jdbc.sql(
            """
            select d.id
            from delivery d
            where d.register = :register
              and d.status in ('live', 'loaded')
              and d.year between :from and :to
              and d.lines_read > 0
              and not exists (select from %s k where k.delivery_id = d.id)
            order by d.id
            """
                .formatted(SqlName.checked(table)))
        .param("register", register.name())
        .param("from", years.from())
        .param("to", years.to())
        .query(Long.class)
        .list();
  }

  private record Shape(boolean plain, boolean padded, @Nullable Integer length) {}

  private void takeShape(FoldedKey key, long delivery) {
    Shape shape =
        jdbc.sql(
                """
                select
                  coalesce(bool_and(keys !~ :notPlain), true),
                  coalesce(bool_or(keys ~ :padded), false),
                  case when min(shortest) = max(longest) then min(shortest) end
                from (
                  select string_agg(key, chr(31)) as keys, min(octet_length(key)) as shortest,
                    max(octet_length(key)) as longest
                  from (
                    select r.line, %s as key
                    from %s r
                    where r.delivery_id = :delivery
                  ) l
                  group by line >> %d
                ) block
                """
                    .formatted(
                        joined(key, "r.%s", 30), SqlName.checked(key.register().name()), BLOCK))
            .param("notPlain", NOT_PLAIN)
            .param("padded", PADDED)
            .param("delivery", delivery)
            .query(
                (row, number) ->
                    new Shape(
                        row.getBoolean(1), row.getBoolean(2), row.getObject(3, Integer.class)))
            .single();
    jdbc.sql(
            """
            insert into key_shape (delivery_id, plain, padded, length)
            values (:delivery, :plain, :padded, :length)
            """)
        .param("delivery", delivery)
        .param("plain", shape.plain())
        .param("padded", shape.padded())
        .param("length", shape.length())
        .update();
  }

  private void takeForms(FoldedKey key, long delivery) {
    List<String> forms =
        jdbc.sql(
                """
                select form
                from (
                  select distinct %s as form
                  from %s r
                  where r.delivery_id = :delivery
                ) f
                where form is not null
                limit :most
                """
                    .formatted(
                        joined(key, "translate(r.%s, '12345678', '99999999')", 31),
                        SqlName.checked(key.register().name())))
            .param("delivery", delivery)
            .param("most", COMPARED_KEYS + 1)
            .query(String.class)
            .list();
    jdbc.sql(
            """
            insert into key_form (delivery_id, form)
            select :delivery, form
            from unnest(cast(:forms as text[])) f (form)
            on conflict do nothing
            """)
        .param("delivery", delivery)
        .param(
            "forms",
            forms.size() > COMPARED_KEYS ? new String[] {""} : forms.toArray(String[]::new))
        .update();
  }

  /** The key as one text, null where a part of it has no value. */
  private static String joined(FoldedKey key, String value, int separator) {
    return key.fields().stream()
        .map(field -> value.formatted(SqlName.checked(field.column())))
        .collect(Collectors.joining(" || chr(%d) || ".formatted(separator)));
  }
}
