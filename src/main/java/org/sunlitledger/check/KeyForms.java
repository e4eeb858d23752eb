package org.sunlitledger.check;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.SqlName;
import org.sunlitledger.database.Years;
import org.sunlitledger.register.Register;

/**
 * The forms of keys: PZ000017 is of the form PZ000099. Two different keys that differ only in case,
 * width or leading zeros are of different forms, and these differ in nothing else. Where offices
 * number as the county asks there are no such forms, and no key has to be folded. Forms are taken
 * once a delivery.
 */
@Component
final class KeyForms {
  /** With more forms than that a delivery's keys are folded, whatever they are. */
  private static final int MOST = 1_000;

  private final JdbcClient jdbc;

  KeyForms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether keys of some years may differ only in case, width or leading zeros. */
  boolean mayBeSimilar(FoldedKey key, Years years) {
    lacking(key.register()).forEach(delivery -> take(key, delivery));
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
        .param("register", key.register().name())
        .param("from", years.from())
        .param("to", years.to())
        .query(Boolean.class)
        .single();
  }

  private List<Long> lacking(Register register) {
    return jdbc.sql(
            """
            select d.id
            from delivery d
            where d.register = :register
              and d.status in ('live', 'loaded')
              and d.lines_read > 0
              and not exists (select from key_form k where k.delivery_id = d.id)
            order by d.id
            """)
        .param("register", register.name())
        .query(Long.class)
        .list();
  }

  private void take(FoldedKey key, long delivery) {
    String form =
        key.fields().stream()
            .map(
                field ->
                    "translate(r.%s, '12345678', '99999999')".formatted(SqlName.of(field.column())))
            .collect(Collectors.joining(" || chr(31) || "));
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
                    .formatted(form, SqlName.of(key.register().name())))
            .param("delivery", delivery)
            .param("most", MOST + 1)
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
        .param("forms", forms.size() > MOST ? new String[] {""} : forms.toArray(String[]::new))
        .update();
  }
}
