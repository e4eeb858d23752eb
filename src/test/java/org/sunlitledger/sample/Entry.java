package org.sunlitledger.sample;

import java.time.LocalDate;

/**
 * One line of the treasury's ledger.
 *
 * @param yuan whole yuan, as all amounts of the sample year
 */
public record Entry(
    String voucher,
    LocalDate day,
    String payee,
    String note,
    String code,
    String document,
    String source,
    String batch,
    String project,
    long yuan) {

  static Sheet sheet(Iterable<Entry> entries) {
    Sheet sheet =
        new Sheet("支付凭证号", "日期", "收款人", "摘要", "支出功能分类科目", "指标文号", "资金来源", "批次号", "项目编号", "金额");
    entries.forEach(
        e ->
            sheet.add(
                e.voucher,
                e.day,
                e.payee,
                e.note,
                e.code,
                e.document,
                e.source,
                e.batch,
                e.project,
                e.yuan));
    return sheet;
  }

  /** A delivery of entries, its header first. */
  public static byte[] csv(Iterable<Entry> entries) {
    return sheet(entries).bytes();
  }

  Entry payee(String other) {
    return new Entry(voucher, day, other, note, code, document, source, batch, project, yuan);
  }

  Entry note(String other) {
    return new Entry(voucher, day, payee, other, code, document, source, batch, project, yuan);
  }

  Entry paid(long other) {
    return new Entry(voucher, day, payee, note, code, document, source, batch, project, other);
  }

  Entry voucher(String other) {
    return new Entry(other, day, payee, note, code, document, source, batch, project, yuan);
  }

  Entry on(LocalDate other) {
    return new Entry(voucher, other, payee, note, code, document, source, batch, project, yuan);
  }

  Entry from(String other) {
    return new Entry(voucher, day, payee, note, code, document, other, batch, project, yuan);
  }

  Entry under(String other) {
    return new Entry(voucher, day, payee, note, other, document, source, batch, project, yuan);
  }

  Entry documented(String other) {
    return new Entry(voucher, day, payee, note, code, other, source, batch, project, yuan);
  }

  Entry project(String other) {
    return new Entry(voucher, day, payee, note, code, document, source, batch, other, yuan);
  }
}
