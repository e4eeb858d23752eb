package org.sunlitledger.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the treasury's ledger, line after line. */
final class LedgerWriter implements AutoCloseable {
  private final Writer out;
  private int lines = 1;

  LedgerWriter(Path file) throws IOException {
    out = Files.newBufferedWriter(file);
    out.write("支付凭证号,日期,收款人,摘要,支出功能分类科目,指标文号,资金来源,批次号,项目编号,金额\n");
  }

  /** The number of the last line. */
  int lines() {
    return lines;
  }

  /** Writes an entry and gives the number of its line. */
  int write(Line entry) throws IOException {
    out.write(
        "%s,%s,%s,,%s,%s,%s,%s,%s,%s\n"
            .formatted(
                entry.voucher(),
                entry.day(),
                entry.payee(),
                entry.code(),
                entry.document(),
                entry.source(),
                entry.batch(),
                entry.project(),
                entry.yuan()));
    return ++lines;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
