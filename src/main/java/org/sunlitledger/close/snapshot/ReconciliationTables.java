package org.sunlitledger.close.snapshot;

import java.io.IOException;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;

/**
 * What the reconciliation of the year found and what people decided, and digests of the tables that
 * it is based on: the proof, the matches, the lines of discrepancies. A row of those is the JSON
 * object of its columns that have a value, as PostgreSQL writes {@code jsonb}.
 */
@Component
@Order(3)
final class ReconciliationTables implements FrozenTables {
  static final String DIGESTS = "reconciliation/digests.csv";

  private static final String DISCREPANCIES =
      """
      select id, kind, key, evidence, severity, source, amount, since, found, differs,
        status, resolved_as, why, resolved_by, resolved_at, approved_by, approved_at
      from discrepancy
      where year = :year
      order by kind, key
      """;

  private static final String DISCREPANCY_LINES =
      """
      select 0, jsonb_strip_nulls(to_jsonb(l))::text
      from discrepancy_line l
      join discrepancy d on d.id = l.discrepancy_id
      where d.year = :year
      order by l.discrepancy_id, l.side, l.register, l.delivery_id, l.line
      """;

  /** A table of a year's reconciliation, with its key in the year. */
  private enum Table {
    RECONCILIATION("reconciliation", "year"),
    PROOF("reconciliation_proof", "source"),
    STRATEGY("reconciliation_strategy", "position"),
    CATEGORY("reconciliation_category", "source, category"),
    PROJECT("reconciliation_project", "project_code"),
    ENTRY("matched_entry", "delivery_id, line"),
    RECORD("matched_record", "register, delivery_id, line"),
    BATCH("matched_batch", "match, register, batch, source, function_code, document_number"),
    REMARK("match_remark", "match, remark, delivery_id, line"),
    RISK_RULE("risk_rule", "position"),
    RISK_LINE("risk_line", "rule, key, side, register, delivery_id, line");

    private final String table;
    private final String key;

    Table(String table, String key) {
      this.table = table;
      this.key = key;
    }

    String query() {
      return """
      select 0, jsonb_strip_nulls(to_jsonb(t))::text
      from %s t
      where year = :year
      order by %s
      """
          .formatted(table, key);
    }
  }

  private final TableText text;
  private final RowDigests digests;

  ReconciliationTables(TableText text, RowDigests digests) {
    this.text = text;
    this.digests = digests;
  }

  @Override
  public void writeTo(PartSink sink, SealedClose close, int after) throws IOException {
    Map<String, Object> year = Map.of("year", close.year());
    sink.part(
        "reconciliation/discrepancies.csv", out -> text.write(DISCREPANCIES, 1_000, year, out));
    sink.part(
        DIGESTS,
        out -> {
          RowDigests.DigestSheet sheet = new RowDigests.DigestSheet(out);
          digests.add(sheet, "discrepancy_line", DISCREPANCY_LINES, year);
          for (Table table : Table.values()) {
            digests.add(sheet, table.table, table.query(), year);
          }
          sheet.flush();
        });
  }
}
