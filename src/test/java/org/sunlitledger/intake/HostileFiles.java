package org.sunlitledger.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files with names and ID numbers of people in wrong places. Each person is in one file only. */
final class HostileFiles {
  private static final String HEADER = HostileText.SUBSIDY;

  private final People people;
  private final HostileFolder folder;

  HostileFiles(People people, HostileFolder folder) {
    this.people = people;
    this.folder = folder;
  }

  /** Delivers this many files, the same number of each kind. */
  void deliver(int count) {
    while (folder.files() < count) {
      all();
    }
  }

  private void all() {
    subsidy("v,k,d,N,V,h,t,I,s,b,a");
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

  private Person person() {
    return people.next();
  }

  private void subsidy(String line) {
    file("补贴%d-2020.csv", person(), HEADER, line);
  }

  private void file(String name, Person who, String... lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(filled(line, who)).append('\n');
    }
    String filled = filled(name.replace("%d", "#"), who).replace("#", number() + "");
    folder.put(filled, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The number of the next file. */
  private int number() {
    return folder.files() + 1;
  }

  private void workbook(Person who) {
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
    folder.put("两页%d-2020.xlsx".formatted(number()), bytes.toByteArray());
  }

  private String filled(String text, Person who) {
    return HostileText.filled(text, who, number());
  }
}
