package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.check.finding.RefusedLines;
import org.sunlitledger.testing.Office;

/** Payees' accounts are read however they are written, and are not kept anywhere. */
class AccountsIT {
  private static final String HEADER = "发放凭证号,补贴类别,发放日期,乡镇,行政村,户编号,姓名,身份证号,资金来源,批次号,发放金额,收款账号,发放单位";

  private static final List<String> ACCOUNTS = new ArrayList<>();
  private static Office office;
  private static Path folder;
  private static List<String> findings;
  private static int lines;

  @BeforeAll
  static void twoNights(@TempDir Path given) throws IOException {
    folder = given;
    office = Office.in(folder);
    forms();
    misplaced();
    rounded();
    severalColumns();
    others();
    office.night(2020);
    long first = id("补贴 masked 2020.csv");
    office.deliver(
        "补正 2020.csv",
        "补正批次 %d".formatted(first) + ",".repeat(13),
        HEADER + ",原行号",
        line("6217****1234", "县民政局") + ",2",
        line(account(), "县民政局") + ",3");
    office.night(2020);
    findings = office.findings();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static void forms() {
    String one = account();
    deliver(
        "forms",
        line(one, "县民政局"),
        line(one.replaceAll("(\\d{4})(?=\\d)", "$1 "), ""),
        line(one.replaceAll("(\\d{4})(?=\\d)", "$1-"), "无"),
        line(wide(one), ""),
        line("　" + one + " ", ""),
        line("12345678", ""),
        line("12345678901234567890123456789012", ""),
        line("—", ""),
        line("", ""));
    deliver(
        "broken",
        line("1234567", ""),
        line("123456789012345678901234567890123", ""),
        line("农行" + account(), ""),
        line(account() + "（农行）", ""),
        line(account() + "/" + account(), ""),
        line("'" + account(), ""),
        line("6217****1234", ""));
    String voucher = "202006010000123";
    deliver(
        "long vouchers",
        line("6217****", "").replaceFirst("BT\\d+", voucher),
        line("6.2E+18", "").replaceFirst("BT\\d+", voucher.replace('1', '2')),
        line(account(), "")
            .replaceFirst("BT\\d+", voucher.replace('1', '3'))
            .replace("-06-", "-13-"));
    deliver("masked", line("6217****1234", ""), line("6217**********1234", ""));
  }

  private static void misplaced() {
    String twice = account();
    deliver(
        "misplaced",
        line("", account()),
        line("", "农行卡号" + account()),
        line("", "县民政局" + account() + "代发"),
        line(twice, "县民政局" + twice.replaceAll("(\\d{4})(?=\\d)", "$1 ")),
        line(account(), "").replace("2020-06-01", "2020-13-01"),
        line("", account()).replace("2020-06-01", "2020-13-01"),
        line("HH0001", "").replace("HH0001,张", account() + ",张"),
        line("BT9", "").replaceFirst("BT\\d+", account()),
        line("张一", "").replace("HH0001,张一", "HH0001," + account()),
        line("", "").replace("川裕村", account()),
        line("", "").replace(",P1,10,", ",P1," + account() + ","),
        line("", "").replace(",P1,10,", "," + account() + ",P1,10,"),
        line("", "").replace(",P1,10,", ",P1,10,10,") + "," + account(),
        line(twice, "").replace(",P1,", "," + twice + ","),
        line("", "").replace("2020-06-01", account()),
        line("", "").replace("990502196001010013", account()),
        line("", "").replace("产业奖补", account()));
    deliverAs(
        "unknown",
        HEADER.replace("收款账号", "开户银行卡号") + ",说明",
        line(account(), "") + "," + account(),
        line(account(), "").replace("2020-06-01", "2020-13-01") + ",见" + account());
    deliverAs(
        "holder",
        HEADER + ",银行卡户名,账户",
        line(account(), "").replace("2020-06-01", "2020-13-01") + ",赵钱孙," + account());
    deliverAs("none", "凭证,户,账号列", "BT1,HH0001," + account(), "BT2,HH0002," + account());
    office.deliver("above-2020.csv", line(account(), ""), HEADER, line(account(), ""));
  }

  private static void rounded() throws IOException {
    deliver("nineteen", line("6217001234567890000", ""), line(account(), ""));
    deliver("sixteen", line("1050123456789010", ""), line("1050123456789020", ""));
    deliver(
        "sixteen believed",
        line("1050123456789010", ""),
        line("1050123456789027", ""),
        line("1050123456789038", ""));
    // a card with a wrong check digit
    deliver(
        "sixteen wrong",
        line("6217001234567890", ""),
        line("6217001234567897", ""),
        line("6217001234567806", ""));
    deliver("seventeen", line("10501234567890100", ""), line(account(), ""));
    deliver("grouped", line("6217 0012 3456 7890 000", ""), line("６２２８４８１２３４５６７８９００００", ""));
    deliver("exponent", line("6.21700123456789E+18", ""), line("6.217E+15", ""));
    deliver("fifteen", line("105012345678000", ""), line("10501234567000", ""));
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream output = Files.newOutputStream(office.inbox().resolve("cells-2020.xlsx"))) {
      Sheet sheet = book.createSheet("补贴台账");
      AidSheet.row(sheet, 0, List.of(HEADER.split(",")));
      String[] formats = {"0", "General", "0000 0000 0000 0000", "0000000000000000000"};
      for (int i = 0; i < formats.length; i++) {
        AidSheet.row(sheet, i + 1, List.of(line("", "").split(",", -1)));
        AidSheet.formatted(sheet, i + 1, 11, formats[i])
            .setCellValue((double) (i == 2 ? 1050123456789017L : 6217001234567889900L));
      }
      AidSheet.row(sheet, formats.length + 1, List.of(line(account(), "").split(",", -1)));
      book.write(output);
    }
  }

  /** The column with the field's name is used; the others are only listed. */
  private static void severalColumns() {
    String header = HEADER.replace("发放单位", "主管部门");
    deliverAs(
        "several",
        header + ",发放单位,经办单位,一卡通号",
        line(account(), "县农业农村局") + ",县民政局,农商行," + account(),
        line("", "县农业农村局").replace("2020-06-01", "2020-13-01") + ",,," + account());
    deliverAs("same title twice", HEADER + ",收款账号", line(account(), "县民政局") + "," + account());
  }

  /** Columns with the same meaning in files of other registers belong to those registers. */
  private static void others() {
    office
        .deliver(
            "project-2020.csv",
            "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金",
            "CY-1,甲养殖园,产业,兴仁镇,兴仁镇人民政府,增收,9000,9000")
        .deliver(
            "household-2020.csv",
            "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型",
            "HH0001,张一,990502196001010013,兴仁镇,川裕村,4,建档立卡户")
        .deliver(
            "payment-2020.csv",
            "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额,收款账号,主管部门,经办单位,乡镇",
            "PZ1,CY-1,2020-03-01,甲公司,中央,1000," + account() + ",县农业农村局,县农业农村局,兴仁镇");
  }

  @Test
  void oneAccountIsTheSameHoweverItIsWritten() {
    assertThat(counts("forms")).isEqualTo("9 9 0");
    assertThat(
            list(
                """
                select count(*) || ' ' || count(account_key) || ' ' || count(distinct account_key)
                from subsidy s
                join delivery d on d.id = s.delivery_id
                where d.name like '%forms%'
                """))
        .containsExactly("9 7 3");
  }

  @Test
  void whatIsNoAccountRejectsItsLine() {
    assertThat(counts("broken")).isEqualTo("7 0 7");
    assertThat(found("broken")).hasSize(7).allMatch(found -> found.contains(" bank-account 收款账号="));
    assertThat(found("broken")).contains("8 bank-account 收款账号=6217********");
  }

  @Test
  void whatIsRejectedForItsAccountStillHasItsVoucher() {
    assertThat(
            list(
                """
                select r.cells[1]
                from reject r
                join delivery d on d.id = r.delivery_id
                where d.name like '%long vouchers%'
                order by r.line
                """))
        .containsExactly("202006010000123", "202006020000223", "202006030000323");
  }

  @Test
  void whatIsStillMaskedHasToBeTypedAgain() {
    assertThat(findings).contains("补正 2020.csv:3 masked-again 收款账号=6217********");
    assertThat(counts("补正")).isEqualTo("2 1 1");
  }

  @Test
  void anAccountIsNowhereInClear() throws IOException {
    assertThat(ACCOUNTS).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    List<String> texts = new ArrayList<>(findings);
    office
        .the(RefusedLines.class)
        .sheets(Optional.empty(), Optional.empty())
        .forEach(sheet -> texts.add(sheet.toString()));
    List<String> tables =
        list("select table_name from information_schema.tables where table_schema = 'public'");
    for (String table : tables) {
      texts.addAll(list("select t::text from \"%s\" t".formatted(table)));
    }
    for (String below : List.of("var", "out")) {
      try (Stream<Path> all = Files.walk(folder.resolve(below))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          new Unpacked((how, text) -> texts.add(file + ": " + text)).take(Files.readAllBytes(file));
        }
      }
    }
    assertThat(texts).anyMatch(text -> text.contains("县民政局1050***************代发"));
    List<String> plain =
        texts.stream()
            .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s-]", ""))
            .toList();
    assertThat(plain).noneMatch(text -> text.contains("赵钱孙"));
    for (String account : ACCOUNTS) {
      assertThat(plain.stream().filter(text -> text.contains(account)).map(AccountsIT::shown))
          .as(account)
          .isEmpty();
    }
  }

  @Test
  void whatASpreadsheetHasRoundedIsNotBelieved() {
    assertThat(lost("nineteen")).isEqualTo(1);
    assertThat(lost("sixteen-")).isEqualTo(2);
    assertThat(lost("sixteen wrong")).isEqualTo(1);
    assertThat(lost("seventeen")).isEqualTo(1);
    assertThat(lost("grouped")).isEqualTo(2);
    assertThat(lost("exponent")).isEqualTo(2);
    assertThat(lost("cells")).isEqualTo(4);
    assertThat(counts("cells")).isEqualTo("5 1 4");
  }

  @Test
  void whatEndsInZerosByNatureIs() {
    assertThat(counts("sixteen believed")).isEqualTo("3 3 0");
    assertThat(counts("fifteen")).isEqualTo("2 2 0");
  }

  @Test
  void ofSeveralColumnsTheOneThatIsNamedLikeTheFieldIsRead() {
    assertThat(counts("several")).isEqualTo("2 1 1");
    assertThat(
            list(
                """
                select paying_office || ' ' || (account_key is not null)
                from subsidy s
                join delivery d on d.id = s.delivery_id
                where d.name like '%several%'
                """))
        .containsExactly("县民政局 true");
    assertThat(found("several"))
        .contains(
            "1 file-column-unknown 主管部门=主管部门",
            "1 file-column-unknown 经办单位=经办单位",
            "1 file-column-unknown 一卡通号=一卡通号");
    assertThat(found("same title twice")).singleElement().asString().contains("file-column-twice");
  }

  @Test
  void filesOfOtherRegistersWithSuchColumnsAreTheirs() {
    assertThat(
            list(
                "select register || ' ' || lines_accepted from delivery where name like '%payment%'"))
        .containsExactly("payment 1");
  }

  private static String shown(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300);
  }

  private static void deliver(String name, String... records) {
    deliverAs(name, HEADER, records);
  }

  private static void deliverAs(String name, String header, String... records) {
    List<String> all = new ArrayList<>(List.of(header));
    all.addAll(List.of(records));
    office.deliver("补贴 " + name + " 2020.csv", all.toArray(String[]::new));
  }

  private static String line(String account, String paidBy) {
    lines++;
    return "BT%06d,产业奖补,2020-06-01,兴仁镇,川裕村,HH0001,张一,990502196001010013,中央,P1,10,%s,%s"
        .formatted(lines, account, paidBy);
  }

  /** A new account each time: of a passbook, so that no check digit identifies it. */
  private static String account() {
    String account =
        "1050123%05d46813579".formatted(70_000 + ACCOUNTS.size() * 37).substring(0, 19);
    ACCOUNTS.add(account);
    return account;
  }

  private static String wide(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
    return wide.toString();
  }

  private static List<String> found(String name) {
    return findings.stream()
        .filter(found -> found.startsWith("补贴 " + name) || found.startsWith(name))
        .map(found -> found.substring(found.indexOf(':') + 1))
        .toList();
  }

  private static long lost(String name) {
    return found(name.replace("-", " 2020")).stream()
        .filter(found -> found.contains(" digits-lost 收款账号"))
        .count();
  }

  private static long id(String name) {
    return Long.parseLong(list("select id::text from delivery where name = '" + name + "'").get(0));
  }

  /** Lines read, accepted and rejected. */
  private static String counts(String name) {
    Map<String, Object> row =
        office
            .sql()
            .sql(
                "select lines_read, lines_accepted, lines_refused from delivery where name like :name")
            .param("name", "%" + name + "%")
            .query()
            .singleRow();
    return row.get("lines_read") + " " + row.get("lines_accepted") + " " + row.get("lines_refused");
  }

  private static List<String> list(String query) {
    return office.sql().sql(query).query(String.class).list();
  }
}
