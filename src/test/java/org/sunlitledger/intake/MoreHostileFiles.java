package org.sunlitledger.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Texts with names and ID numbers in other places: names of files and folders in any bytes, other
 * encodings and separators, numbers in keys and in columns of other types, columns that move within
 * a file, names of two characters, with a compound surname, or with a dot.
 */
final class MoreHostileFiles {
  private static final String HEADER = HostileText.SUBSIDY;
  private static final String LINE = "v,k,d,t,V,h,N,I,s,b,a";
  private static final String LOAN =
      "借款合同号,乡镇,行政村,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途";
  private static final String PAYMENT = "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额,摘要,联系人";
  private static final String HOUSEHOLD = "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型,识别日期";
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额";

  private final People people;
  private final HostileFolder folder;
  private Supplier<Person> source;

  MoreHostileFiles(People people, HostileFolder folder) {
    this.people = people;
    this.folder = folder;
    this.source = people::next;
  }

  /** Delivers a file of each kind. */
  void deliver() {
    names();
    keys();
    otherColumns();
    headers();
    encodings();
    movedColumns();
    otherRegisters();
    for (Supplier<Person> other :
        List.<Supplier<Person>>of(people::ofTwo, people::ofCompoundSurname, people::withDot)) {
      source = other;
      file("N补贴2020-%d.csv", HEADER, LINE);
      file("补贴%d-2020.csv", HEADER, "v,k,d,t,V,h,N,I,s,N代领,不详");
      file("补贴%d-2020.csv", HEADER + ",备注,经办人", "v,k,d,t,N,h,V,I,s,b,不详,N领 I,N");
      file("补贴%d-2020.csv", HEADER, "v,k,d,t,V,h,S,I,s,T领,a");
    }
    source = people::next;
  }

  /** Names of files and of folders. */
  private void names() {
    gbk("N补贴2020-%d.csv", HEADER, LINE);
    gbk("I补贴2020-%d.csv", HEADER, LINE);
    gbk("大沟村N/补贴2020-%d.csv", HEADER, "v,k,d,t,V,h,N,I,s,b,不详");
    gbk("H/补贴2020-%d.csv", HEADER, LINE);
    file("F补贴2020-%d.csv", HEADER, LINE);
    file("补贴2020-%d（O）.csv", HEADER, LINE);
    file("补贴2020-%d H.csv", HEADER, LINE);
    file("S补贴2020-%d.csv", HEADER, LINE);
    file("户主N的补贴2020-%d（修正）.csv", HEADER, LINE);
    file("N/N/补贴2020-%d.csv", HEADER, LINE);
    file("I/说明-%d.pdf", "%PDF-1.4 N");
    file("I-%d.csv.crdownload", HEADER, LINE);
    file("~$I-%d.xlsx", "N");
    file(".I-%d-2020.csv", HEADER, LINE);
    file("I-%d.png", "N");
    file("I 2020-%d.zip", "N I");
    file("N2019和2020-%d.csv", HEADER, LINE);
    file("N补贴2020-%d.csv", HEADER, LINE, LINE);
  }

  /** A number in a key is never masked: the line is rejected. */
  private void keys() {
    for (String written :
        List.of("F", "B", "H", "O", "M", "P", "Q", "R", "J", "G", "K", "U", "N")) {
      file("补贴%d-2020.csv", HEADER, written + ",k,d,t,V,h,N,I,s,b,a");
      file("补贴%d-2020.csv", HEADER, "v,k,d,t,V," + written + ",N,I,s,b,a");
    }
    file("补贴%d-2020.csv", HEADER, "BT-I,k,d,t,V,h,N,I,s,b,a");
    file("冲销%d-2020.csv", HEADER + ",冲销凭证号", "v,k,d,t,V,h,N,I,s,b,-100,I");
    file("冲销%d-2020.csv", HEADER + ",冲销凭证号", "v,k,d,t,V,h,N,I,s,b,-100,N");
  }

  private void otherColumns() {
    for (String written : List.of("I", "O", "H", "P", "Q", "K", "U", "N")) {
      file("补贴%d-2020.csv", HEADER, "v,%s,d,t,V,h,N,I,s,b,a".formatted(written));
      file("补贴%d-2020.csv", HEADER, "v,k,%s,t,V,h,N,I,s,b,a".formatted(written));
      file("补贴%d-2020.csv", HEADER, "v,k,d,%s,V,h,N,I,s,b,a".formatted(written));
      file("补贴%d-2020.csv", HEADER, "v,k,d,t,V,h,N,I,s,b,%s".formatted(written));
      file("补贴%d-2020.csv", HEADER, "v,k,d,t,V,h,%s,I,s,b,a".formatted(written));
    }
    file("补贴%d-2020.csv", HEADER + ",指标文号", LINE + ",宁财农〔I〕1号");
    file("补贴%d-2020.csv", HEADER + ",学期", LINE + ",N");
  }

  private void headers() {
    file("补贴%d-2020.csv", HEADER.replace("姓名", "姓名（N）"), LINE);
    file("补贴%d-2020.csv", HEADER.replace("身份证号", "身份证号 I"), LINE);
    file("补贴%d-2020.csv", HEADER + ",户主N金额", LINE + ",1");
    file("补贴%d-2020.csv", HEADER + ",I金额（元）", LINE + ",1");
    file("补贴%d-2020.csv", HEADER.replace("行政村", "N"), LINE);
    file("补贴%d-2020.csv", "户主:N", "身份证:I", HEADER, LINE);
    file("补贴%d-2020.csv", LINE, HEADER, LINE);
    file("补贴%d-2020.csv", HEADER, LINE, HEADER.replace("户编号,姓名", "姓名,户编号"), LINE);
    file("补贴%d-2020.csv", HEADER, LINE, "制表人：N,,审核：N");
    file("补贴%d-2020.csv", HEADER, LINE, "制表 N,,电话 I");
    file("补贴%d-2020.csv", HEADER, LINE, "小计,,,,,,N,I,,,100");
    file("补贴%d-2020.csv", HEADER, LINE, "N合计,,,,,,,,,,I");
    file("补贴%d-2020.csv", HEADER, LINE, "合计（大写）,N壹佰元整,,,,,,,,,100");
    file("补贴%d-2020.csv", HEADER, LINE, "备注：N身份证I", "");
    file("名单%d-2020.csv", "N,I", "N,I");
    file("名单%d-2020.csv", "姓名,身份证号", "N,I");
    file("名单%d-2020.csv", "序号,姓名,证件", "1,N,B");
  }

  private void encodings() {
    put("补贴%d-2020.csv", HostileFolder.GBK, HEADER, "v,k,d,t,V,h,N,I,s,N代领,不详");
    put("补贴%d-2020.csv", StandardCharsets.UTF_16LE, HEADER, LINE);
    put("补贴%d-2020.csv", StandardCharsets.UTF_16, HEADER, LINE);
    file("补贴%d-2020.tsv", HEADER.replace(',', '\t'), "v\tk\td\tt\tV\th\tN\tI\ts\tN代领 B\t不详");
    file("补贴%d-2020.csv", HEADER.replace(',', '|'), "v|k|d|t|V|h|N|I|s|b|a");
    file("补贴%d-2020.csv", HEADER, "v,k,d,t,V,h,\"N,I,s,b,a");
    file("补贴%d-2020.csv", HEADER, "v,k,d,t,V,h,\"N\"x,I,s,b,a");
    file("补贴%d-2020.csv", HEADER, "v,k,d,t,V,h,\"N\nI\",I,s,b,a");
    file("补贴%d-2020.csv", HEADER, "v,k,d,t,V,h,N,I,s,N\0I,a");
    file("补贴%d-2020.csv", HEADER, "v,k,d,t,V,h,N,I,s,N\u001b[31mI,a");
    file("补贴%d-2020.csv", HEADER, "v,k,d,t,V,h,\u202eN\u202c,\u202aI\u202c,s,b,a");
    file("补贴%d-2020.csv", HEADER, "v,k,d,t,V,h,N,I,s,N" + "x".repeat(300) + ",a");
    file("补贴%d-2020.html", "<table><tr><td>N<td>I</table>");
    file("补贴%d-2020.xls", "<html><table><tr><td>N<td>I</table>");
    file("补贴%d-2020.xlsx", HEADER, LINE);
    file("补贴%d-2020.txt", HEADER, LINE);
  }

  /** One line of several is moved, or has its cells in another order. */
  private void movedColumns() {
    String usual = "BT9,k,d,t,V,h,Z,Z,s,b,a";
    file("补贴%d-2020.csv", HEADER, usual, ",v,k,d,t,V,h,N,I,s,b,a");
    file("补贴%d-2020.csv", HEADER, usual, "k,d,t,V,h,N,I,s,b,a");
    file("补贴%d-2020.csv", HEADER, usual, "v,k,d,t,V,h,N I,,s,b,a");
    file("补贴%d-2020.csv", HEADER, usual, "v,k,d,t,V,h,NI,,s,b,a");
    file("补贴%d-2020.csv", HEADER, usual, "v,k,d,t,V,h,I,N,s,b,a");
    file("补贴%d-2020.csv", HEADER, usual, "N,k,d,t,V,h,v,I,s,b,a");
    file("补贴%d-2020.csv", HEADER, usual, "v,k,d,t,h,V,N,I,s,b,a");
    file("补贴%d-2020.csv", HEADER, usual, "a,b,s,I,N,h,V,t,d,k,v");
  }

  private void otherRegisters() {
    file("名册%d-2020.csv", HOUSEHOLD, "h,N,I,t,V,3,建档立卡户,2014-10-23");
    file("名册%d-2020.csv", HOUSEHOLD, "h,N,I,t,V,I,建档立卡户,2014-10-23");
    file("名册%d-2020.csv", HOUSEHOLD, "h,I,N,t,V,3,建档立卡户,2014-10-23");
    file("名册%d-2020.csv", HOUSEHOLD, "N,h,I,t,V,3,N,2014-10-23");
    file("贷款%d-2020.csv", LOAN, "v,t,V,h,N,I,某银行,d,2022-01-01,50000,4.35,N担保,N I");
    file("贷款%d-2020.csv", LOAN, "v,t,V,h,N,I,某银行,I,d,50000,H,信用,养牛");
    file("支付%d-2020.csv", PAYMENT, "v,CY-1,d,某某村委会,s,a,N领取 O,N");
    file("支付%d-2020.csv", PAYMENT, "v,N,d,某某公司,s,a,I,N");
    file("支付%d-2020.csv", PAYMENT.replace("联系人", "经办人签字"), "v,CY-1,d,N,s,a,P,N");
    file("帮扶%d-2020.csv", AID, "v,帮扶资金,捐赠人：N,现金,t,V,d,1000");
    file("帮扶%d-2020.csv", AID + ",负责人", "v,帮扶资金,N,现金,t,V,d,1000,N");
    file("帮扶%d-2020.csv", AID, "v,帮扶资金,爱心人士 H,现金,t,V,d,I");
    file("申请%d-2020.csv", "申请编号,申请人类型,收到日期,是否上年结转,办理结果,办结日期,信息处理费,申请人", "v,N,d,否,I,d,,N");
    file("案件%d-2020.csv", "案号,案件类型,受理日期,案件结果,原告人", "v,行政诉讼,d,N I,N");
    file("公文%d-2020.csv", "文号,公文标题,印发日期,公开属性", "卫沙扶贫办发〔2020〕1号,关于发放补助的通知（I）,d,主动公开");
  }

  private void file(String name, String... lines) {
    put(name, StandardCharsets.UTF_8, lines);
  }

  private void put(String name, Charset charset, String... lines) {
    put(StandardCharsets.UTF_8, name, charset, lines);
  }

  private void gbk(String name, String... lines) {
    put(HostileFolder.GBK, name, StandardCharsets.UTF_8, lines);
  }

  private void put(Charset ofName, String name, Charset charset, String... lines) {
    Person who = source.get();
    int number = folder.files() + 1;
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(HostileText.filled(line, who, number)).append('\n');
    }
    String filled = HostileText.filled(name.replace("%d", "#"), who, number);
    folder.put(filled.replace("#", number + ""), ofName, text.toString().getBytes(charset));
  }
}
