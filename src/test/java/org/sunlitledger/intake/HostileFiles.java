package org.sunlitledger.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sunlitledger.quantity.IdNumber;
import org.sunlitledger.testing.Office;

/** Files with names and ID numbers of people in wrong places, each person in one file alone. */
final class HostileFiles {
  private static final String SURNAMES = "张刘陈杨赵吴周徐孙朱胡郭何罗郑梁谢宋唐许";
  private static final String GIVEN = "铁蕾骞翊晟琰昶珺煜旻淏翀曌彧赟暐燊旸堃婕瑾璟颢罡岚";
  private static final String HEADER = "发放凭证号,补贴类别,发放日期,乡镇,行政村,户编号,姓名,身份证号,资金来源,批次号,发放金额";

  private final Random random = new Random(20);
  private final Office office;
  private final List<String> names = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();
  private int files;

  HostileFiles(Office office) {
    this.office = office;
  }

  List<String> names() {
    return names;
  }

  List<String> numbers() {
    return numbers;
  }

  /** Delivers so many files, of each kind as many as of any other. */
  void deliver(int count) {
    while (files < count) {
      all();
    }
  }

  private void all() {
    subsidy("v,k,d,N,V,h,T,I,s,b,a");
    subsidy("v,k,d,t,N,h,大沟村,I,s,b,a");
    subsidy("v,k,d,t,V,h,I,N,s,b,a");
    subsidy("v,k,d,t,V,I,N,I,s,b,a");
    subsidy("I,k,d,t,V,h,N,I,s,b,a");
    subsidy("v,k,d,t,V,x,h,N,I,s,b,a");
    subsidy("v,k,d,t,h,N,I,s,b,a");
    subsidy("v,N,d,t,V,h,k,I,s,b,a");
    subsidy("v,k,I,t,V,h,N,d,s,b,a");
    subsidy("v,k,N,t,V,h,N,I,s,b,a");
    subsidy("v,k,d,t,V,h,,I,s,N,a");
    subsidy("v,k,d,t,V,N,h,I,s,b,a");
    subsidy("v,k,d,t,V,h,N,I,s,b,I");
    subsidy("v,k,d,t,V,h,N,I,N,b,a");
    subsidy("v,k,d,t,V,h,N,I,s,N代领,a");
    subsidy("v,k,d,t,N代领,h,N,I,s,b,a");
    for (String written : List.of("F", "B", "H", "O", "M", "L", "X", "D")) {
      subsidy("v,k,d,t,补发 %s 代领,h,N,I,s,b,a".formatted(written));
      subsidy("v,k,d,t,V,h,N,%s,s,b,a".formatted(written));
      subsidy("v,k,d,t,V,h,N,I,s,批次%s,a".formatted(written));
      subsidy("v,k,d,t,%s,h,N,I,s,b,不详".formatted(written));
    }
    Person who = person();
    file("无表头2020-%d.csv", who, "v,k,d,t,V,h,N,I,s,b,a", "v,k,d,t,V,h,N,I,s,b,a");
    who = person();
    file("表头%d-2020.csv", who, HEADER + ",N", "v,k,d,t,V,h,N,I,s,b,a,1");
    who = person();
    file("表头%d-2020.csv", who, HEADER.replace("姓名", "姓名：N"), "v,k,d,t,V,h,N,I,s,b,a");
    who = person();
    file("表头%d-2020.csv", who, HEADER + ",I", "v,k,d,t,V,h,N,I,s,b,a,1");
    who = person();
    file("表头%d-2020.csv", who, HEADER + ",N,N", "v,k,d,t,V,h,N,I,s,b,a,1,1");
    who = person();
    file("分号%d-2020.csv", who, "v;k;d;t;N;I;B", "v;k;d;t;N;I;B");
    who = person();
    file("N补贴2020-%d.csv", who, HEADER, "v,k,d,t,V,h,N,I,s,b,a");
    who = person();
    file("补贴2020-%d-I.csv", who, HEADER, "v,k,d,t,V,h,N,I,s,b,a");
    who = person();
    file("补贴2020-%d-B N.csv", who, HEADER, "v,k,d,t,V,h,N,I,s,b,不详");
    who = person();
    file("N/补贴2020-%d.csv", who, HEADER, "v,k,d,t,V,h,N,I,s,b,a");
    who = person();
    file("N补助2020-%d.csv", who, HEADER.replace("乡镇,", ""), "v,k,d,V,h,N,I,s,b,a");
    who = person();
    file("无头N补助2020-%d.csv", who, "v,k,d,t,V,h,N,I,s,b,a");
    who = person();
    file("I-%d-2020.doc", who, "N");
    who = person();
    file("经办%d-2020.csv", who, HEADER + ",经办人,备注", "v,k,d,t,V,h,某甲,Z,s,b,不详,N,N代领 B");
    who = person();
    file("标题%d-2020.csv", who, "户主：N 身份证 B 单位：千元", HEADER, "v,k,d,t,V,h,N,I,s,b,a");
    who = person();
    file("合计%d-2020.csv", who, HEADER, "v,k,d,t,V,h,N,I,s,b,a", "合计,,,,,,N,I,,,9");
    who = person();
    file("注%d-2020.csv", who, HEADER, "v,k,d,t,V,h,N,I,s,b,a", "经办人：N,I");
    who = person();
    file("支付%d-2020.csv", who, "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额,摘要,联系人", "v,CY-1,d,N,s,a,N收 B,N");
    workbook(person());
    who = person();
    file(
        "贷款%d-2020.csv",
        who,
        "借款合同号,乡镇,行政村,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途",
        "v,t,V,h,N,I,某银行,d,2022-01-01,50000,4.35,信用,N养牛 H");
    who = person();
    file(
        "贷款%d-2020.csv",
        who,
        "借款合同号,乡镇,行政村,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途",
        "v,t,V,h,某银行,I,N,d,2022-01-01,50000,4.35,信用,养牛");
  }

  private record Person(String name, String number) {}

  private Person person() {
    String name;
    do {
      name = "" + any(SURNAMES) + any(GIVEN) + any(GIVEN);
    } while (names.contains(name));
    String first =
        "640324%d%02d%02d%03d"
            .formatted(
                1930 + random.nextInt(75),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(1000));
    String number = first + IdNumber.check(first);
    names.add(name);
    numbers.add(number);
    return new Person(name, number);
  }

  private char any(String glyphs) {
    return glyphs.charAt(random.nextInt(glyphs.length()));
  }

  private void subsidy(String line) {
    file("补贴%d-2020.csv", person(), HEADER, line);
  }

  private void file(String name, Person who, String... lines) {
    files++;
    String[] filled = new String[lines.length];
    for (int i = 0; i < lines.length; i++) {
      filled[i] = filled(lines[i], who);
    }
    office.deliver(filled(name.replace("%d", "#"), who).replace("#", files + ""), filled);
  }

  private void workbook(Person who) {
    files++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "x", "1.0")) {
      for (String name : List.of(who.name(), "第二页")) {
        Worksheet sheet = book.newWorksheet(name);
        int row = 0;
        for (String line : List.of(HEADER, filled("v,k,d,t,V,h,N,I,s,b,a", who))) {
          int column = 0;
          for (String cell : line.split(",", -1)) {
            sheet.value(row, column++, cell);
          }
          row++;
        }
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    office.deliver("两页%d-2020.xlsx".formatted(files), bytes.toByteArray());
  }

  /** Each letter that is alone in a cell or a sentence is a value. */
  private String filled(String text, Person who) {
    String number = who.number();
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char glyph = text.charAt(i);
      boolean isAlone = (i == 0 || !isLetter(text, i - 1)) && !isLetter(text, i + 1);
      filled.append(isAlone ? value(glyph, who, number) : String.valueOf(glyph));
    }
    return filled.toString();
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length()
        && text.charAt(at) < 0x80
        && Character.isLetterOrDigit(text.charAt(at));
  }

  private String value(char glyph, Person who, String number) {
    return switch (glyph) {
      case 'N' -> who.name();
      case 'I' -> number;
      case 'F' -> wide(number);
      case 'B' ->
          number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14);
      case 'H' ->
          number.substring(0, 6) + "-" + number.substring(6, 14) + "-" + number.substring(14);
      case 'O' -> number.substring(0, 6) + number.substring(8, 17);
      case 'M' -> number + "7";
      case 'L' -> number.substring(0, 17);
      case 'X' -> "no" + number.toLowerCase(java.util.Locale.ROOT) + "x";
      case 'D' -> number.substring(0, 9) + "\u3000" + number.substring(9);
      case 'Z' -> "11010519491231002X";
      case 'v' -> "BT%06d".formatted(files);
      case 'k' -> "产业奖补";
      case 'd' -> "2020-03-05";
      case 't', 'T' -> "香山乡";
      case 'V' -> "大沟村";
      case 'h' -> "HH%06d".formatted(files);
      case 's' -> "中央";
      case 'b' -> "P1";
      case 'x' -> "多";
      case 'a' -> "100";
      default -> String.valueOf(glyph);
    };
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(glyph -> wide.append((char) (glyph + 0xFEE0)));
    return wide.toString();
  }
}
