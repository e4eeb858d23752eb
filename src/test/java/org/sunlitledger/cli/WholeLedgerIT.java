package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.intake.inbox.NamedFiles;
import org.sunlitledger.reconcile.proof.Reconciler;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** The treasury's ledger is complete, or the year-end fails and changes nothing. */
@Tag("long")
class WholeLedgerIT {
  private static final String HEADER = "支付凭证号,日期,收款人,摘要,支出功能分类科目,指标文号,资金来源,批次号,项目编号,金额";
  private static final String UNKNOWN =
      "ZF777777,2020-06-01,某某公司,不在台账,2130505,宁财农指标〔2020〕100号,中央,,CY-001,5000000";

  private static Office office;
  private static Terminal terminal;
  private static Path good;

  @BeforeAll
  static void reconcile(@TempDir Path folder) {
    office = Office.in(folder);
    terminal = new Terminal(office);
    SmallCounty.deliver(office, 2020);
    office.night(2020);
    SmallCounty.reconcile(office, 2020);
    good = folder.resolve("ledgers/treasury-2020.csv");
  }

  @BeforeEach
  void startFromTheWholeLedger() {
    assertThat(yearEnd(good)).as(terminal.err()).isZero();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void aFileALineASheetOrAColumnThatIsNotImportedFailsTheRunAndChangesNothing() throws IOException {
    Map<Path, String> halves = new TreeMap<>();
    // the total that shows that something is wrong is found while the file is read
    halves.put(
        ledger("total", UNKNOWN, "合计,,,,,,,,,5000000.01"),
        "The ledger file total.csv is not imported: A total does not agree");
    halves.put(
        ledger("date", UNKNOWN, UNKNOWN.replace("2020-06-01", "2020-06-31")),
        "Line 3 of the ledger file date.csv is not imported");
    halves.put(
        ledger("code", UNKNOWN.replace("2130505", "9999999")),
        "Line 2 of the ledger file code.csv is not imported");
    halves.put(
        ledger("amount", UNKNOWN.replace("5000000", "五百万")),
        "Line 2 of the ledger file amount.csv is not imported");
    Path binary = Files.write(good.resolveSibling("binary.csv"), new byte[] {1, 0, 2, 0, 3});
    halves.put(binary, "The ledger file binary.csv is not imported");
    halves.put(
        office.ledger("columns.csv", "凭证号,日期,收款人,金额", "ZF1,2020-06-01,某某公司,5"),
        "The ledger file columns.csv is not imported: Required columns are missing");
    halves.put(
        office.ledger("refund.csv", HEADER + ",已退金额", UNKNOWN + ",300.00"),
        "The column \"已退金额\" of the ledger file refund.csv has amounts and was not read");
    halves.put(
        workbook(
            "sheet.xlsx", List.of(HEADER, UNKNOWN), List.of("往来,对象,数额", "a,b,1.00", "c,d,2.50")),
        "The sheet \"第二张\" of the ledger file sheet.xlsx has lines and is not imported");
    halves.put(
        workbook(
            "other.xlsx",
            List.of(HEADER, UNKNOWN),
            List.of("支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额", "ZF1,CY-001,2020-06-01,某公司,中央,5")),
        "The ledger file other.xlsx#第二张 is not imported");

    List<String> before = state();
    halves.forEach(
        (half, sentence) -> {
          assertThat(yearEnd(good, half)).as(sentence).isEqualTo(1);
          assertThat(terminal.err()).contains("nothing was changed").contains(sentence);
          assertThat(yearEnd()).isEqualTo(1);
          assertThat(terminal.err()).contains(sentence);
          assertThat(
                  terminal.run(
                      "year-end", "--year", "2020", "--close", "--by", "张三", "--out", out()))
              .isEqualTo(1);
          assertThat(state()).as(sentence).isEqualTo(before);
        });
    assertThat(count("select count(*) from year_close")).isZero();

    assertThat(yearEnd(good, ledger("total", UNKNOWN, "合计,,,,,,,,,5000000"))).isEqualTo(3);
    assertThat(terminal.out()).contains("5,000,000.00");
  }

  @Test
  void theFailureIsSaidInChineseToo() {
    Path half = ledger("ledger-zh", UNKNOWN.replace("2020-06-01", "2020年"));
    assertThat(
            terminal.run(
                "--lang",
                "zh",
                "year-end",
                "--year",
                "2020",
                "--ledger",
                good.toString(),
                half.toString(),
                "--out",
                out()))
        .isEqualTo(1);
    assertThat(terminal.err())
        .contains("2020 年度国库台账不完整，本次对账失败，未作任何改动")
        .contains("国库台账文件 ledger-zh.csv 第 2 行未导入：")
        .contains("日期")
        .contains("set-aside 编号");
  }

  @Test
  void coversAndNotesAreNoLines() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(good));
    lines.add(0, "2020年国库支付台账");
    lines.add("注：本表由国库处导出");
    lines.add("制表人：张三");
    Path whole = workbook("cover.xlsx", lines, List.of("封面", "国库支付台账", "二〇二〇年度"));
    assertThat(yearEnd(whole)).as(terminal.err()).isZero();
  }

  @Test
  void missingNumbersAreToBeLookedAtAndStopNothing() throws IOException {
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(good)) {
      lines.add((number == 0 ? "流水号" : String.valueOf(number == 3 ? 900 : number)) + "," + line);
      number++;
    }
    Path gaps = office.ledger("gaps.csv", lines.toArray(String[]::new));
    assertThat(yearEnd(gaps)).isZero();
    assertThat(terminal.out())
        .contains("Please look at the ledger file gaps.csv: Running numbers are missing")
        .contains("1–900");
  }

  @Test
  void whatIsSetAsideLetsTheRunGoOnAndStandsOnTheFirstPage() throws IOException {
    Path half = ledger("aside", UNKNOWN.replace("2020-06-01", "2020-06-31"));
    assertThat(yearEnd(good, half)).isEqualTo(1);
    String number = terminal.err().replaceAll("(?s).*?\\[(\\d+)].*", "$1");
    assertThat(terminal.run("set-aside", number, "--why", "日期待国库更正", "--by", "李四")).isZero();

    assertThat(yearEnd()).isZero();
    assertThat(terminal.out())
        .contains("1 part of the ledger was set aside")
        .contains(
            "Line 2 of the ledger file aside.csv is not imported: There is no such day in the calendar");
    assertThat(page("reconciliation.html"))
        .contains("国库台账有 1 处未计入（经人工搁置），以下各数均不含这些内容")
        .contains("国库台账文件 aside.csv 第 2 行未导入")
        .contains("<td class=\"number\">5,000,000.00</td><td>日期待国库更正</td><td>李四</td><td></td>")
        .contains("除未计入的1处外一致")
        .doesNotContain("相符");
    List<String> cells = summary();
    assertThat(String.join("\n", cells))
        .contains("国库台账文件 aside.csv 第 2 行未导入")
        .contains("除未计入的1处外一致")
        .doesNotContain("相符");

    assertThat(terminal.run("approve", number, "--by", "王五")).isZero();
    assertThat(yearEnd()).isZero();
    assertThat(page("reconciliation.html")).contains("<td>王五</td>");

    assertThat(yearEnd(good)).isZero();
    assertThat(page("reconciliation.html")).contains("相符").doesNotContain("未计入");
  }

  @Test
  void aWholeFileThatIsSetAsideIsNamedToo() {
    Path half = ledger("whole-file", UNKNOWN, "合计,,,,,,,,,5");
    assertThat(yearEnd(good, half)).isEqualTo(1);
    String number = terminal.err().replaceAll("(?s).*?\\[(\\d+)].*", "$1");
    assertThat(terminal.run("set-aside", number, "--why", "另行核对", "--by", "李四")).isZero();
    assertThat(yearEnd(good, half)).isZero();
    assertThat(page("reconciliation.html")).contains("国库台账文件 whole-file.csv 未导入");
    assertThat(terminal.run("set-aside", number, "--undo", "--by", "李四")).isZero();
    assertThat(yearEnd()).isEqualTo(1);
  }

  @Test
  void whatAKilledRunHasNamedIsFinishedByTheNextOne() throws IOException {
    List<String> before = state();
    Path further = ledger("further", UNKNOWN);
    office.the(NamedFiles.class).enter(Reconciler.LEDGER, List.of(good, further), 2020);
    assertThat(state()).isEqualTo(before);
    assertThat(yearEnd()).isEqualTo(3);
    assertThat(terminal.out()).contains("5,000,000.00");

    Path broken = ledger("broken", UNKNOWN.replace("5000000", "x"));
    assertThat(yearEnd(good)).isZero();
    List<String> again = state();
    office.the(NamedFiles.class).enter(Reconciler.LEDGER, List.of(good, broken), 2020);
    office.night(2020);
    assertThat(state()).isEqualTo(again);
    assertThat(yearEnd()).isEqualTo(1);
    assertThat(terminal.err()).contains("Line 2 of the ledger file broken.csv is not imported");
    assertThat(state()).isEqualTo(again);
  }

  @Test
  void aRejectedLineThatIsCorrectedInTheWorkbookOfRejectsMakesTheLedgerWhole() throws IOException {
    Path half = ledger("mended", UNKNOWN.replace("2020-06-01", "2020-06-31").replace("777", "888"));
    assertThat(yearEnd(good, half)).isEqualTo(1);
    long delivery = count("select max(id) from delivery where status = 'offered'");
    Path rejects = office.out().resolve("rejects.xlsx");
    assertThat(terminal.run("rejects", "--delivery", "" + delivery, "--out", rejects.toString()))
        .isIn(0, 3);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(rejects))) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.toString().equals("2020-06-31")) {
              cell.setCellValue("2020-06-30");
            }
          }
        }
      }
      try (OutputStream to = Files.newOutputStream(rejects)) {
        book.write(to);
      }
    }
    office.deliver("mended.xlsx", Files.readAllBytes(rejects));
    office.night(2020);
    Files.delete(office.inbox().resolve("mended.xlsx"));
    assertThat(yearEnd()).as(terminal.err()).isEqualTo(3);
    assertThat(terminal.out()).contains("5,000,000.00");
  }

  /** What counts of the ledger, and what the last reconciliation gave. */
  private static List<String> state() {
    List<String> state = new ArrayList<>();
    for (String query :
        List.of(
            "select name || ' ' || lines_accepted from delivery where status = 'live' order by id",
            "select made_at || ' ' || entries || ' ' || entry_fen from reconciliation",
            "select row(p.*)::text from reconciliation_proof p order by source",
            "select row(m.*)::text from matched_entry m order by delivery_id, line",
            "select row(d.*)::text from discrepancy d where status <> 'gone' order by id")) {
      state.addAll(office.sql().sql(query).query(String.class).list());
    }
    return state;
  }

  private static long count(String query) {
    return office.sql().sql(query).query(Long.class).single();
  }

  private static Path ledger(String name, String... lines) {
    List<String> all = new ArrayList<>(List.of(HEADER));
    Collections.addAll(all, lines);
    return office.ledger(name + ".csv", all.toArray(String[]::new));
  }

  @SafeVarargs
  private static Path workbook(String name, List<String>... sheets) throws IOException {
    Path file = good.resolveSibling(name);
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream to = Files.newOutputStream(file)) {
      for (int i = 0; i < sheets.length; i++) {
        Sheet sheet = book.createSheet(i == 0 ? "第一张" : "第二张");
        for (int line = 0; line < sheets[i].size(); line++) {
          Row row = sheet.createRow(line);
          String[] cells = sheets[i].get(line).split(",", -1);
          for (int at = 0; at < cells.length; at++) {
            row.createCell(at).setCellValue(cells[at]);
          }
        }
      }
      book.write(to);
    }
    return file;
  }

  private static String page(String name) {
    try {
      return Files.readString(office.out().resolve("2020").resolve(name));
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static List<String> summary() throws IOException {
    List<String> cells = new ArrayList<>();
    Path file = office.out().resolve("2020/reconciliation.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      for (Row row : book.getSheetAt(0)) {
        row.forEach(
            cell ->
                cells.add(
                    switch (cell.getCellType()) {
                      case STRING -> cell.getStringCellValue();
                      case FORMULA -> cell.getCellFormula();
                      default -> "";
                    }));
      }
    }
    return cells;
  }

  private static String out() {
    return office.out().toString();
  }

  private static int yearEnd(Path... ledger) {
    List<String> arguments = new ArrayList<>(List.of("year-end", "--year", "2020"));
    if (ledger.length > 0) {
      arguments.add("--ledger");
      for (Path file : ledger) {
        arguments.add(file.toString());
      }
    }
    arguments.addAll(List.of("--out", out()));
    return terminal.run(arguments.toArray(String[]::new));
  }
}
