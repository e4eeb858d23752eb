package org.sunlitledger.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A year of records, nearly all of them subsidies paid in batches, and the treasury's ledger of it,
 * with discrepancies of every kind planted at random. The same size gives the same bytes.
 */
final class GeneratedYear {
  private static final String[][] KINDS = {
    {"产业奖补", "2130507"}, {"就业补助", "2130599"}, {"健康扶贫补助", "2130506"}, {"驾驶员培训", "2130599"}
  };
  private static final String[] SOURCES = {"中央", "自治区", "市级", "县级"};

  /** Fen of a payment that go elsewhere. */
  private static final long SLICE = 100_000;

  /** So many payments has a project. */
  private static final int PAYMENTS = 10;

  private final Random random = new Random(20_201_231);
  private final int rows;
  private final BenchFile files;
  private final Expectations expected = new Expectations();
  private int entries;
  private int subsidies;
  private int subsidyLine = 1;
  private int paymentLine = 1;

  GeneratedYear(int rows) {
    this.rows = rows;
    this.files = new BenchFile(rows);
  }

  /** Arguments: the folder to write it into, how many records. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    new GeneratedYear(Integer.parseInt(arguments[1]))
        .write(
            Files.createDirectories(folder.resolve("before")),
            Files.createDirectories(folder.resolve("year")),
            folder.resolve("treasury.csv"));
  }

  /** What must be found. */
  Expectations expected() {
    return expected;
  }

  int entries() {
    return entries;
  }

  /** Writes the deliveries of the year into a folder, and the ledger. */
  void write(Path roll, Path inbox, Path treasury) throws IOException {
    files.writeRoll(roll.resolve("household-2020.csv"));
    YearBefore.write(roll, files);
    YearBefore.writeNext(inbox, files, expected);
    try (LedgerWriter ledger = new LedgerWriter(treasury);
        BufferedWriter payments = Files.newBufferedWriter(inbox.resolve("payment-2020.csv"));
        BufferedWriter projects = Files.newBufferedWriter(inbox.resolve("project-2020.csv"));
        BufferedWriter subsidy = Files.newBufferedWriter(inbox.resolve("subsidy-2020.csv"))) {
      projects.write("项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金,自治区资金,市级资金,县级资金\n");
      payments.write("支付凭证号,项目编号,支付日期,收款单位,资金来源,支出功能分类科目,指标文号,支付金额\n");
      subsidy.write("发放凭证号,补贴类别,发放日期,乡镇,行政村,户编号,姓名,身份证号,学期,资金来源,支出功能分类科目,指标文号,批次号,发放金额\n");
      for (int project = 0; project < rows / 500; project++) {
        project(project, projects, payments, ledger);
      }
      int singles = rows / 50;
      for (int i = 0; i < singles; i++) {
        single(subsidy, ledger);
      }
      int left = rows - singles - rows / 500 * PAYMENTS;
      int batches = 0;
      while (left > 0) {
        int size = Math.min(left, 1 + random.nextInt(12));
        batch(batches++, size, subsidy, ledger);
        left -= size;
      }
      entries = ledger.lines() - 1;
    }
  }

  private void project(
      int number, BufferedWriter projects, BufferedWriter payments, LedgerWriter ledger)
      throws IOException {
    String code = "XM%05d".formatted(number);
    String payee = "建设公司%05d".formatted(number);
    long total = 0;
    long over = 0;
    long back = 0;
    int plant = random.nextInt(20);
    for (int i = 0; i < PAYMENTS; i++) {
      int id = number * PAYMENTS + i;
      paymentLine++;
      Line line =
          new Line(
              "PZ%07d".formatted(id),
              day(),
              payee,
              "2130504",
              "宁财农指标〔2020〕%d号".formatted(100 + i),
              SOURCES[i % 4],
              "",
              code,
              50_000_00L + random.nextInt(2_000_000));
      total += line.fen();
      payments.write(
          "%s,%s,%s,%s,%s,%s,%s,%s\n"
              .formatted(
                  line.voucher(),
                  code,
                  line.day(),
                  payee,
                  line.source(),
                  line.code(),
                  line.document(),
                  line.yuan()));
      String record = "payment-2020.csv:" + paymentLine;
      boolean plants = i == 0;
      if (plants && plant == 0) {
        over = 10_000_00;
        int entry = ledger.write(line.fen(line.fen() + over));
        expected.add("amount-differs", over, record, entry);
        expected.add("over-plan", over, "project-2020.csv:" + (number + 2));
      } else if (plants && plant == 1) {
        expected.add("amount-differs", -99, record, ledger.write(line.fen(line.fen() - 99)));
      } else if (plants && plant == 2) {
        int named = ledger.write(line.voucher("GA" + id).day(near(line.day())));
        int unnamed = ledger.write(line.voucher("GB" + id).day(near(line.day())).project(""));
        expected.add("ambiguous", line.fen(), record, named, unnamed);
      } else if (plants && plant == 3) {
        int entry = ledger.write(line.source(SOURCES[1]));
        expected.add("source-differs", line.fen(), record, entry);
      } else if (plants && plant == 4) {
        int entry = ledger.write(line.code("2130507"));
        expected.add("function-code", line.fen(), record, entry);
      } else if (plants && plant == 5) {
        int entry = ledger.write(line.day(LocalDate.of(2021, 1, 5)));
        expected.add("other-year", line.fen(), record, entry);
      } else if (plants && plant == 7) {
        expected.add("payee-differs", line.fen(), record, ledger.write(line.payee("外单位" + id)));
      } else if (plants && plant == 8) {
        int entry = ledger.write(line.project("XM%05d".formatted(number + 1)));
        expected.add("project-differs", line.fen(), record, entry);
      } else if (plants && plant == 9) {
        int entry =
            ledger.write(line.day(line.day().plusDays(line.day().getMonthValue() > 6 ? -40 : 40)));
        expected.add("date-differs", line.fen(), record, entry);
      } else if (plants && plant == 10) {
        int entry = ledger.write(line.document("宁财农指标〔2020〕9999号"));
        expected.add("document-differs", line.fen(), record, entry);
      } else if (plants && plant == 11) {
        int first = ledger.write(line.fen(line.fen() - SLICE));
        int slice = ledger.write(line.fen(SLICE).payee("赵某个人账户"));
        expected.add("payee-differs", SLICE, record, first, slice);
      } else if (plants && plant == 12) {
        back = line.fen();
        int first = ledger.write(line);
        int taken = ledger.write(line.voucher("TH" + id).day(near(line.day())).fen(-back));
        expected.add("reversal", -back, record, first, taken);
      } else if (i == 5) {
        ledger.write(line.fen(line.fen() / 3));
        ledger.write(line.fen(line.fen() - line.fen() / 3));
      } else if (i == 6) {
        ledger.write(line.voucher("GK" + id).day(near(line.day())));
      } else {
        ledger.write(line);
      }
    }
    long planned = over > 0 ? total : total + total / 50;
    if (back > 0) {
      expected.add("plan-unspent", planned - total + back, "project-2020.csv:" + (number + 2));
    }
    if (plant == 6) {
      planned = total + total / 5;
      expected.add("plan-unspent", planned - total, "project-2020.csv:" + (number + 2));
    }
    projects.write(
        "%s,%s项目,基础设施,兴仁镇,兴仁镇人民政府,通畅,%s,%s,%s,%s,%s\n"
            .formatted(
                code, code, Line.yuan(planned), Line.yuan(planned - 3), "0.01", "0.01", "0.01"));
  }

  /** A subsidy that is paid by itself. */
  private void single(BufferedWriter subsidy, LedgerWriter ledger) throws IOException {
    Line line = subsidy("", subsidy, day(), random.nextInt(KINDS.length), source(), document());
    String record = "subsidy-2020.csv:" + subsidyLine;
    switch (random.nextInt(200)) {
      case 0 -> expected.add("record-only", -line.fen(), record);
      case 1 -> {
        int entry = ledger.write(line.fen(line.fen() + 1));
        expected.add("amount-differs", 1, record, entry);
      }
      case 2 -> {
        int first = ledger.write(line);
        int second = ledger.write(line.voucher("ZF" + line.voucher()).day(near(line.day())));
        expected.add("paid-twice", line.fen(), record, first, second);
      }
      case 3 -> {
        ledger.write(line);
        Line foreign = line.voucher("WW" + line.voucher()).payee("外单位" + line.voucher());
        expected.add("ledger-only", line.fen() + 7, "", ledger.write(foreign.fen(line.fen() + 7)));
      }
      default -> ledger.write(line);
    }
  }

  private void batch(int number, int size, BufferedWriter subsidy, LedgerWriter ledger)
      throws IOException {
    String name = "P%07d".formatted(number);
    LocalDate day = day();
    int kind = random.nextInt(KINDS.length);
    String source = source();
    String document = document();
    long fen = 0;
    int first = subsidyLine + 1;
    for (int i = 0; i < size; i++) {
      fen += subsidy(name, subsidy, day, kind, source, document).fen();
    }
    List<String> lines = new ArrayList<>();
    for (int line = first; line <= subsidyLine; line++) {
      lines.add("subsidy-2020.csv:" + line);
    }
    String records = String.join(" ", lines);
    Line whole =
        new Line(
            "DF%07d".formatted(number),
            day.plusDays(1),
            "代发户",
            KINDS[kind][1],
            document,
            source,
            name,
            "",
            fen);
    if (whole.day().getYear() > 2020) {
      whole = whole.day(day);
    }
    switch (random.nextInt(1_000)) {
      case 0 -> expected.add("record-only", -fen, records);
      case 1 -> {
        int entry = ledger.write(whole.fen(fen - 1));
        expected.add("amount-differs", -1, records, entry);
      }
      case 2 -> {
        int once = ledger.write(whole);
        int twice = ledger.write(whole.voucher("ZF" + whole.voucher()).day(near(whole.day())));
        expected.add("paid-twice", fen, records, once, twice);
      }
      case 3 -> {
        int once = ledger.write(whole);
        expected.add("paid-twice", fen, records, once, ledger.write(whole));
      }
      case 4 -> {
        int entry = ledger.write(whole.source(source.equals("中央") ? "县级" : "中央"));
        expected.add("source-differs", fen, records, entry);
      }
      case 5 -> {
        int entry = ledger.write(whole.code("2130504"));
        expected.add("function-code", fen, records, entry);
      }
      case 6 -> {
        int entry = ledger.write(whole.day(LocalDate.of(2021, 1, 6)));
        expected.add("other-year", fen, records, entry);
      }
      case 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 -> {
        ledger.write(whole.fen(fen / 2));
        ledger.write(whole.voucher("DG%07d".formatted(number)).fen(fen - fen / 2));
      }
      case 21 -> {
        int entry = ledger.write(whole.payee("钱某个人账户"));
        expected.add("payee-differs", fen, records, entry);
      }
      case 22 -> {
        int large = ledger.write(whole.fen(fen - fen / 3));
        Line slice = whole.voucher("DH%07d".formatted(number)).fen(fen / 3);
        expected.add("payee-differs", fen / 3, records, large, ledger.write(slice.payee("某商贸公司")));
      }
      case 23 -> {
        LocalDate other = day.plusDays(day.getMonthValue() > 6 ? -40 : 40);
        expected.add("date-differs", fen, records, ledger.write(whole.day(other)));
      }
      case 24 -> {
        int entry = ledger.write(whole.document("宁财农指标〔2020〕9999号"));
        expected.add("document-differs", fen, records, entry);
      }
      case 25 -> {
        int one = ledger.write(whole.fen(fen / 2));
        Line half = whole.voucher("DG%07d".formatted(number)).fen(fen - fen / 2);
        int other = ledger.write(half.source(source.equals("中央") ? "县级" : "中央"));
        expected.add("source-differs", fen - fen / 2, records, one, other);
      }
      default -> ledger.write(whole);
    }
  }

  private Line subsidy(
      String batch, BufferedWriter out, LocalDate day, int kind, String source, String document)
      throws IOException {
    Line line =
        new Line(
            "BT%09d".formatted(subsidies),
            day,
            BenchFile.NAME,
            KINDS[kind][1],
            document,
            source,
            batch,
            "",
            100_00L + random.nextInt(9_000_000));
    subsidies++;
    subsidyLine++;
    out.write(
        "%s,%s,%s,%s,,%s,%s,%s,%s,%s\n"
            .formatted(
                line.voucher(),
                KINDS[kind][0],
                line.day(),
                files.person(random),
                source,
                line.code(),
                document,
                batch,
                line.yuan()));
    return line;
  }

  private LocalDate day() {
    return LocalDate.ofYearDay(2020, 1 + random.nextInt(350));
  }

  private LocalDate near(LocalDate day) {
    return day.plusDays(1 + random.nextInt(5));
  }

  private String source() {
    return SOURCES[random.nextInt(SOURCES.length)];
  }

  private String document() {
    return "宁财农指标〔2020〕%d号".formatted(100 + random.nextInt(800));
  }
}
