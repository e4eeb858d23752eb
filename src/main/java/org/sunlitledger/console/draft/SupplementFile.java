package org.sunlitledger.console.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.check.finding.Findings.FindingText;
import org.sunlitledger.check.finding.RefusedLines;
import org.sunlitledger.check.finding.RefusedLines.RefusedColumn;
import org.sunlitledger.check.finding.RefusedLines.RefusedLine;
import org.sunlitledger.check.finding.RefusedLines.RefusedSheet;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.register.Registers;
import org.sunlitledger.view.CodeWords;
import org.sunlitledger.view.RejectsWorkbook;

/** The workbook of rejects, as it is downloaded and as it is handed in again. */
@Component
public final class SupplementFile {
  private final RefusedLines refused;
  private final Findings findings;
  private final Registers registers;
  private final Rules rules;

  SupplementFile(RefusedLines refused, Findings findings, Registers registers, Rules rules) {
    this.refused = refused;
    this.findings = findings;
    this.registers = registers;
    this.rules = rules;
  }

  /** The workbook to correct in Excel, with all that is wrong with a delivery. */
  public byte[] rejects(long delivery, boolean chinese) {
    return bytes(
        refused.sheets(Optional.empty(), Optional.of(delivery)),
        findings.list(Optional.empty(), Optional.of(delivery), chinese),
        chinese);
  }

  /** The same with corrected lines and nothing else. */
  byte[] bytes(MendSheet sheet, List<MendLine> lines, TypedCells typed, boolean chinese) {
    List<RefusedLine> corrected =
        lines.stream()
            .map(
                line ->
                    new RefusedLine(line.number(), typed.cells(sheet, line), line.isWithdrawn()))
            .toList();
    List<RefusedColumn> columns =
        sheet.columns().stream()
            .map(column -> new RefusedColumn(column.position(), column.title(), column.field()))
            .toList();
    Set<Integer> numbers = lines.stream().map(MendLine::number).collect(Collectors.toSet());
    List<FindingText> why =
        findings.list(Optional.empty(), Optional.of(sheet.delivery().id()), chinese).stream()
            .filter(finding -> numbers.contains(finding.line()))
            .toList();
    return bytes(
        List.of(
            new RefusedSheet(sheet.delivery().id(), sheet.delivery().name(), columns, corrected)),
        why,
        chinese);
  }

  private byte[] bytes(List<RefusedSheet> sheets, List<FindingText> why, boolean chinese) {
    Messages messages = chinese ? Messages.chinese("commands") : Messages.english("commands");
    try {
      return new RejectsWorkbook(messages, new CodeWords(messages, registers, rules))
          .bytes(sheets, why);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
