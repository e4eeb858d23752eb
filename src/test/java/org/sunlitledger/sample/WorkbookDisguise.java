package org.sunlitledger.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * A delivery as an office would hand it in as a workbook: a title, a unit line, a header of two
 * lines with merged cells, dates as dates, amounts as numbers in 万元, sub-totals every so many
 * lines, a total and a line of signatures; an empty sheet beside it.
 */
public final class WorkbookDisguise {
  private static final int GROUP = 500;
  private static final int FIRST = 4;

  private final Registers registers;

  public WorkbookDisguise(Registers registers) {
    this.registers = registers;
  }

  /** Writes every delivery of a folder as a workbook below another. */
  public void write(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName()).replace(".csv", ".xlsx");
        try (OutputStream out = Files.newOutputStream(to.resolve(name))) {
          write(file, out, 0);
        }
      }
    }
  }

  /**
   * Writes one.
   *
   * @param off fen by which the total is wrong
   */
  public void write(Path file, OutputStream out, long off) throws IOException {
    List<CSVRecord> lines;
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      lines = parser.getRecords();
    }
    List<String> titles = lines.get(0).toList();
    Register register =
        registers.all().stream()
            .filter(r -> r.fields().stream().map(Field::title).toList().containsAll(titles))
            .findFirst()
            .orElseThrow();
    List<Field> fields = titles.stream().map(title -> field(register, title)).toList();
    try (Workbook workbook = new Workbook(out, "Excel", "16.0300")) {
      Worksheet sheet = workbook.newWorksheet("台账");
      workbook.newWorksheet("Sheet2");
      sheet.value(0, 0, "某县" + register.title());
      sheet.range(0, 0, 0, titles.size() - 1).merge();
      sheet.value(1, titles.size() - 1, "单位：万元");
      header(sheet, fields);
      records(sheet, fields, lines.subList(1, lines.size()), off);
    }
  }

  /** Amounts stand below a title of their own, everything else takes both lines. */
  private static void header(Worksheet sheet, List<Field> fields) {
    int group = -1;
    for (int column = 0; column < fields.size(); column++) {
      boolean money = fields.get(column).type() == Field.FieldType.MONEY;
      sheet.value(money ? 3 : 2, column, fields.get(column).title());
      if (!money) {
        sheet.range(2, column, 3, column).merge();
        group = -1;
      } else if (group < 0) {
        group = column;
        sheet.value(2, column, "资金");
      }
    }
  }

  private static void records(
      Worksheet sheet, List<Field> fields, List<CSVRecord> lines, long off) {
    int columns = fields.size();
    BigDecimal[] sums = new BigDecimal[columns];
    BigDecimal[] groups = new BigDecimal[columns];
    java.util.Arrays.fill(sums, BigDecimal.ZERO);
    java.util.Arrays.fill(groups, BigDecimal.ZERO);
    int row = FIRST;
    int inGroup = 0;
    for (CSVRecord line : lines) {
      for (int column = 0; column < columns; column++) {
        BigDecimal amount = cell(sheet, row, column, fields.get(column), line.get(column));
        sums[column] = sums[column].add(amount);
        groups[column] = groups[column].add(amount);
      }
      row++;
      inGroup++;
      if (inGroup == GROUP) {
        totals(sheet, row++, "小  计（%d笔）".formatted(inGroup), fields, groups, 0);
        java.util.Arrays.fill(groups, BigDecimal.ZERO);
        inGroup = 0;
      }
    }
    totals(sheet, row++, "合计：%d笔".formatted(lines.size()), fields, sums, off);
    sheet.value(row + 1, 0, "制表人：某某");
  }

  private static void totals(
      Worksheet sheet, int row, String label, List<Field> fields, BigDecimal[] sums, long off) {
    sheet.value(row, 0, label.replace("：", ""));
    for (int column = 0; column < fields.size(); column++) {
      if (fields.get(column).type() == Field.FieldType.MONEY) {
        sheet.value(row, column, sums[column].add(BigDecimal.valueOf(off, 6)));
      }
    }
  }

  /** Writes a cell and gives its amount in 万元, 0 where it is none. */
  private static BigDecimal cell(Worksheet sheet, int row, int column, Field field, String text) {
    if (text.isEmpty()) {
      return BigDecimal.ZERO;
    }
    switch (field.type()) {
      case MONEY -> {
        BigDecimal amount = new BigDecimal(text).movePointLeft(4);
        sheet.value(row, column, amount);
        return amount;
      }
      case DATE -> {
        sheet.value(row, column, LocalDate.parse(text));
        sheet.style(row, column).format("yyyy/m/d").set();
      }
      case INTEGER, DECIMAL -> sheet.value(row, column, new BigDecimal(text));
      case TEXT,
          BOOLEAN,
          ID_NUMBER,
          BANK_ACCOUNT,
          CREDIT_CODE,
          DOCUMENT_NUMBER,
          PERSON_NAME,
          VILLAGE,
          PAYEE ->
          sheet.value(row, column, text);
    }
    return BigDecimal.ZERO;
  }

  private static Field field(Register register, String title) {
    return register.fields().stream()
        .filter(field -> field.title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
