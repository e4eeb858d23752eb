package org.sunlitledger.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.check.UsualLines;
import org.sunlitledger.check.rule.RuleCase.Row;
import org.sunlitledger.close.store.RecordsInFiles;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.testing.Office;
import tools.jackson.databind.json.JsonMapper;

/** Puts the lines of a case into an office, judges them, and compares what is reported. */
public final class CaseRun {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final List<String> KEPT =
      List.of("open_item", "stored_delivery", "deleted_original");

  private final Office office;

  public CaseRun(Office office) {
    this.office = office;
  }

  /** Fails when other lines are reported than the case says, or otherwise. */
  public void prove(RuleCase one) {
    give(one);
    judge(one);
  }

  /** The same where records of the years before are in files, as far as they may leave. */
  void proveFromFiles(RuleCase one) {
    give(one);
    try (RecordsInFiles files = new RecordsInFiles(office, one.year() - 1)) {
      assertThat(files.lines()).as("records in files").isPositive();
      judge(one);
    }
  }

  private void give(RuleCase one) {
    KEPT.forEach(
        table -> office.sql().sql("alter table %s disable trigger user".formatted(table)).update());
    office.sql().sql("truncate delivery cascade").update();
    Map<String, List<Row>> given = new LinkedHashMap<>();
    for (Row row : one.given()) {
      given.computeIfAbsent(row.register() + row.year(), delivery -> new ArrayList<>()).add(row);
    }
    given.values().forEach(rows -> deliver(rows, "live", 1000));
  }

  private void judge(RuleCase one) {
    List<Row> judged = one.judged();
    long delivery = deliver(judged, "loaded", 1);

    office.the(Checks.class).run();

    Map<Integer, Map<String, String>> findings = findings(delivery, one.check().id());
    assertThat(findings.keySet().stream().map(line -> judged.get(line - 1).place()))
        .as("lines that %s reports", one.check().id())
        .containsExactlyElementsOf(one.fails().stream().map(Row::place).toList());
    findings.forEach(
        (line, said) ->
            assertThat(said)
                .as(judged.get(line - 1).place())
                .containsAllEntriesOf(judged.get(line - 1).reported()));
  }

  private Map<Integer, Map<String, String>> findings(long delivery, String rule) {
    Map<Integer, Map<String, String>> findings = new LinkedHashMap<>();
    office
        .sql()
        .sql(
            """
            select line, found, expected
            from finding
            where delivery_id = ?
              and rule = ?
            order by line
            """)
        .params(delivery, rule)
        .query(
            row -> {
              Map<String, String> said = new HashMap<>();
              said.put("found", row.getString(2));
              said.put("expected", row.getString(3));
              findings.put(row.getInt(1), said);
            });
    return findings;
  }

  private long deliver(List<Row> rows, String status, int firstLine) {
    Register register = office.the(Registers.class).get(rows.get(0).register());
    long delivery =
        office
            .sql()
            .sql(
                """
                insert into delivery
                  (register, year, name, original, office, sha256, bytes, status, path, received_at,
                    lines_read)
                values (?, ?, ?, '', '', gen_random_uuid()::text, 1, ?, '', now(), ?)
                returning id
                """)
            .params(
                register.name(), rows.get(0).year(), register.name() + ".csv", status, rows.size())
            .query(Long.class)
            .single();
    int line = firstLine;
    for (Row row : rows) {
      insert(register, row, delivery, line++);
    }
    return delivery;
  }

  private void insert(Register register, Row row, long delivery, int line) {
    Map<String, @Nullable Object> filled =
        new LinkedHashMap<>(UsualLines.of(register, row.year(), line));
    for (String column : row.columns().keySet()) {
      if (register.fields().stream().map(Field::column).noneMatch(column::equals)) {
        throw new DefinitionException(
            row.place(), "%s has no column '%s'".formatted(register.name(), column));
      }
    }
    filled.putAll(row.columns());
    filled.put("delivery_id", delivery);
    filled.put("line", line);
    filled.put("verdict", "a");
    office
        .sql()
        .sql(
            "insert into %1$s select * from jsonb_populate_record(null::%1$s, ?::jsonb)"
                .formatted(register.name()))
        .param(JSON.writeValueAsString(filled))
        .update();
  }
}
