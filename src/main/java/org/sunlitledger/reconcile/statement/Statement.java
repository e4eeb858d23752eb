package org.sunlitledger.reconcile.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.snapshot.Exhibit;
import org.sunlitledger.database.file.LineFiles;
import org.sunlitledger.database.file.WholeFile;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.reconcile.decision.DiscrepancyList;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.match.MatchedLines;
import org.sunlitledger.report.SteadyZip;

/**
 * The statement of a year's reconciliation, in Chinese: a workbook, and its summary as a page to
 * print and sign. The same tables give the same bytes.
 *
 * <p>The workbook is written with POI: a formula there carries its value, so that a preview, or a
 * spreadsheet that does not trust the file, shows the figures too.
 */
@Component
public final class Statement implements Exhibit {
  private static final Messages WORDS = Messages.chinese("statement");

  /** Rows that are in memory at once. */
  private static final int WINDOW = 100;

  private final StatementRows rows;
  private final MatchedLines matches;
  private final DiscrepancyList discrepancies;
  private final Kinds kinds;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final LineFiles files;
  private final Clock clock;

  Statement(
      StatementRows rows,
      MatchedLines matches,
      DiscrepancyList discrepancies,
      Kinds kinds,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      LineFiles files,
      Clock clock) {
    this.rows = rows;
    this.matches = matches;
    this.discrepancies = discrepancies;
    this.kinds = kinds;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.files = files;
    this.clock = clock;
  }

  /** Writes the statement of a year below {@code out/YEAR}; nothing when it was not reconciled. */
  public void write(int year, Path out) throws IOException {
    for (Map.Entry<String, byte[]> file : of(year).entrySet()) {
      Path target = out.resolve(String.valueOf(year)).resolve(file.getKey());
      if (file.getKey().endsWith(".xlsx")) {
        // it has lists of lines
        files.write(target, file.getValue());
      } else {
        WholeFile.write(target, file.getValue(), WholeFile.EVERYBODY);
      }
    }
  }

  @Override
  public Map<String, byte[]> of(int year) {
    return transaction.execute(
        status -> {
          Optional<StatementContents> contents = rows.of(year);
          return contents.isEmpty() ? Map.of() : files(contents.get());
        });
  }

  private Map<String, byte[]> files(StatementContents contents) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("reconciliation.xlsx", workbook(contents));
    files.put(
        "reconciliation.html", new StatementPage(WORDS, contents, kinds, madeAt(contents)).html());
    return files;
  }

  private byte[] workbook(StatementContents contents) {
    try (SXSSFWorkbook book = new SXSSFWorkbook(WINDOW)) {
      // with sizes beyond four gigabytes in mind a zip is written that Java's own reader refuses
      book.setZip64Mode(Zip64Mode.Never);
      StatementLooks looks = new StatementLooks(book);
      SummarySheet summary =
          new SummarySheet(WORDS, new StatementSheet(book, looks, SummarySheet.NAME));
      summary.write(contents, madeAt(contents), kinds);
      new CategorySheet(WORDS, sheet(book, looks, "categories"))
          .write(contents, summary.totalRow());
      new MatchSheet(WORDS, sheet(book, looks, "matches"), matches).write(contents);
      new DiscrepancySheet(
              WORDS,
              sheet(book, looks, "discrepancies"),
              discrepancies,
              contents.madeAt().atZoneSameInstant(clock.getZone()).toLocalDate(),
              kinds)
          .write(contents);
      new ProjectSheet(WORDS, sheet(book, looks, "projects")).write(contents);
      if (!contents.reconciliation().remarks().isEmpty()) {
        new RemarkSheet(WORDS, sheet(book, looks, "remarks"), jdbc).write(contents);
      }
      if (!contents.reconciliation().risks().isEmpty()) {
        new RiskSheet(WORDS, sheet(book, looks, "risks"), jdbc).write(contents);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return SteadyZip.of(bytes.toByteArray());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static StatementSheet sheet(SXSSFWorkbook book, StatementLooks looks, String name) {
    return new StatementSheet(book, looks, WORDS.text("sheet." + name));
  }

  private String madeAt(StatementContents contents) {
    return Moment.in(clock.getZone(), contents.madeAt());
  }
}
