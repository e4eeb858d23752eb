package org.sunlitledger.console.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.check.finding.Findings.FindingText;
import org.sunlitledger.check.finding.RefusedLines;
import org.sunlitledger.check.finding.RefusedLines.RefusedLine;
import org.sunlitledger.check.finding.RefusedLines.RefusedSheet;
import org.sunlitledger.register.Registers;

/** The rejected lines of deliveries, with the drafts of corrections. */
@Component
public final class MendSheets {
  private final JdbcClient jdbc;
  private final Registers registers;
  private final RefusedLines refused;
  private final Findings findings;
  private final Drafts drafts;

  MendSheets(
      JdbcClient jdbc,
      Registers registers,
      RefusedLines refused,
      Findings findings,
      Drafts drafts) {
    this.jdbc = jdbc;
    this.registers = registers;
    this.refused = refused;
    this.findings = findings;
    this.drafts = drafts;
  }

  /** A delivery of a known register; lines that wait for a reopened year are not open. */
  public Optional<MendDelivery> delivery(long id) {
    return jdbc.sql(
            """
            select d.id, d.name, d.office, d.register, d.year, (
              select count(*)
              from open_thing t
              where t.delivery_id = d.id
                and t.kind = 'line'
                and d.status in ('live', 'offered')
            )
            from delivery d
            where d.id = :id
              and d.register is not null
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new MendDelivery(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    registers.get(row.getString(4)),
                    row.getInt(5),
                    row.getInt(6)))
        .optional();
  }

  /** Its rejected lines; none where there are too many for a page. */
  public MendSheet of(MendDelivery delivery, boolean chinese) {
    List<RefusedSheet> sheets =
        delivery.open() == 0 || delivery.isForExcel()
            ? List.of()
            : refused.sheets(Optional.empty(), Optional.of(delivery.id()));
    if (sheets.isEmpty()) {
      return new MendSheet(delivery, List.of(), List.of());
    }
    RefusedSheet sheet = sheets.get(0);
    List<MendColumn> columns =
        sheet.columns().stream().map(column -> MendColumn.of(column, delivery)).toList();
    Map<Integer, List<FindingText>> wrong =
        errors(delivery.id(), chinese).stream().collect(Collectors.groupingBy(FindingText::line));
    Map<Integer, List<Draft>> written =
        drafts.of(delivery.id()).stream().collect(Collectors.groupingBy(Draft::line));
    return new MendSheet(
        delivery,
        columns,
        sheet.lines().stream()
            .map(
                line ->
                    new MendLine(
                        line.number(),
                        cells(columns, line),
                        wrong.getOrDefault(line.number(), List.of()),
                        written.getOrDefault(line.number(), List.of()).stream()
                            .collect(Collectors.toMap(Draft::cell, draft -> draft))))
            .toList());
  }

  /** What is wrong with lines of a delivery. */
  private List<FindingText> errors(long delivery, boolean chinese) {
    return findings.list(Optional.empty(), Optional.of(delivery), chinese).stream()
        .filter(finding -> finding.line() > 0 && finding.severity().equals("error"))
        .toList();
  }

  private static Map<Integer, String> cells(List<MendColumn> columns, RefusedLine line) {
    Map<Integer, String> cells = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i).position(), line.cells().get(i));
    }
    return cells;
  }
}
