package org.sunlitledger.close.snapshot;

import java.io.IOException;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;

/**
 * What people decided by the time of the close: what they set aside, and which files they took as
 * corrections or as further ones; and the audit trail up to it.
 */
@Component
@Order(4)
final class DecisionTables implements FrozenTables {
  private static final int ROWS = 1_000;

  private static final String SET_ASIDE =
      """
      select i.id, d.name, d.register, d.sha256, i.kind, i.line, i.subject, i.found_at,
        i.set_aside_by, i.set_aside_at, i.why, i.follows, i.approved_by, i.approved_at
      from open_item i
      join delivery d on d.id = i.delivery_id
      where d.year = :year
        and i.set_aside_at is not null
        and i.found_at <= :at
      order by i.id
      """;

  private static final String KINSHIPS =
      """
      select sha256, year, sheet, corrects, accepted_by, accepted_at, why
      from accepted_kinship
      where year <= :year
        and year > :after
        and accepted_at <= :at
      order by year, sha256, sheet
      """;

  private static final String AUDIT =
      """
      select id, at, who, os_user, action, year, discrepancy_id, detail,%s
        encode(digest, 'hex') as digest
      from audit_event
      where id <= :head
      order by id
      """;

  private final TableText text;
  private final JdbcClient jdbc;

  DecisionTables(TableText text, JdbcClient jdbc) {
    this.text = text;
    this.jdbc = jdbc;
  }

  @Override
  public void writeTo(PartSink sink, SealedClose close, int after) throws IOException {
    sink.part(
        "set-aside.csv",
        out -> text.write(SET_ASIDE, ROWS, Map.of("year", close.year(), "at", close.at()), out));
    sink.part(
        "accepted-files.csv",
        out ->
            text.write(
                KINSHIPS,
                ROWS,
                Map.of("year", close.year(), "after", after, "at", close.at()),
                out));
    sink.part(
        "audit.csv",
        out ->
            text.write(
                AUDIT.formatted(hasVia(close) ? " via, login," : ""),
                ROWS,
                Map.of("head", close.auditHead()),
                out));
  }

  /** A trail that is older than these columns is written as it was then, byte for byte. */
  private boolean hasVia(SealedClose close) {
    return jdbc.sql("select exists (select from audit_event where id <= :head and via is not null)")
        .param("head", close.auditHead())
        .query(Boolean.class)
        .single();
  }
}
