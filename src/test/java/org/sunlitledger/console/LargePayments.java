package org.sunlitledger.console;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Payments of a project that takes a while to read. */
final class LargePayments {
  private LargePayments() {}

  /** A header and so many lines, whose numbers begin with the kind. */
  static String[] lines(String kind, int number) {
    return Stream.concat(
            Stream.of("支付凭证号,项目编号,支付日期,收款单位,资金来源,支出功能分类科目,指标文号,支付金额"),
            IntStream.range(0, number)
                .mapToObj(
                    line ->
                        "%s%06d,XM2020001,2020-05-06,青山建设有限公司,中央,2130504,宁财农指标〔2020〕1号,100.25"
                            .formatted(kind, line)))
        .toArray(String[]::new);
  }
}
