package org.sunlitledger.check.rule;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.alike.AlikeLines;
import org.sunlitledger.check.alike.DigestMaker;
import org.sunlitledger.check.alike.DuplicateKeys;
import org.sunlitledger.check.alike.LineDigests;
import org.sunlitledger.check.alike.LineDigests.Wanted;
import org.sunlitledger.definition.Years;
import org.sunlitledger.intake.kinship.AlikeKeys;
import org.sunlitledger.register.Register;

/** Finds lines whose keys may be equal by the digests that the rule on repeated keys needs too. */
@Component
final class DigestedKeys implements AlikeKeys {
  private final JdbcClient jdbc;
  private final Checks checks;
  private final AlikeLines alike;

  DigestedKeys(JdbcClient jdbc, Checks checks, AlikeLines alike) {
    this.jdbc = jdbc;
    this.checks = checks;
    this.alike = alike;
  }

  @Override
  public void find(Register register, int year) {
    checks.digest(register);
    Wanted wanted =
        new Wanted(register, new DuplicateKeys(register).columns(), new Years(year, year));
    alike.show(wanted);
    jdbc.sql("drop table if exists pg_temp.alike_key").update();
    jdbc.sql(
            """
            create temporary table alike_key on commit drop as
            select delivery_id, line
            from alike
            """)
        .update();
    if (jdbc.sql("select exists (select from rejected_key)").query(Boolean.class).single()) {
      alike.showAny(
          wanted,
          "select distinct %s from rejected_key r"
              .formatted(DigestMaker.digest(register, wanted.columns())));
      jdbc.sql(
              """
              insert into alike_key (delivery_id, line)
              select delivery_id, line
              from alike
              except
              select delivery_id, line
              from alike_key
              """)
          .update();
    }
    alike.forget();
    jdbc.sql("analyze alike_key").update();
  }

  @Override
  public int lines(Register register, long delivery) {
    return jdbc.sql(
            """
            select coalesce(sum(octet_length(digests)), 0) / 4
            from line_digest
            where delivery_id = :delivery
              and columns = :columns
            """)
        .param("delivery", delivery)
        .param("columns", LineDigests.name(new DuplicateKeys(register).columns()))
        .query(Integer.class)
        .single();
  }
}
