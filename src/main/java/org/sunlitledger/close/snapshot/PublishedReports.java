package org.sunlitledger.close.snapshot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.report.Format;
import org.sunlitledger.report.MarkedReport;
import org.sunlitledger.report.ReportPage;
import org.sunlitledger.report.Reports;

/** The reports of closed years, as they were published. */
@Component
public final class PublishedReports {
  private final YearCloseTable closes;
  private final SnapshotStore store;
  private final ClosedYears definitions;
  private final Reports reports;
  private final TransactionTemplate transaction;

  PublishedReports(
      YearCloseTable closes,
      SnapshotStore store,
      ClosedYears definitions,
      Reports reports,
      TransactionTemplate transaction) {
    this.closes = closes;
    this.store = store;
    this.definitions = definitions;
    this.reports = reports;
    this.transaction = transaction;
  }

  /**
   * A report as it was published.
   *
   * @param name as in the definitions of then
   */
  public record Published(String name, Reports.Bytes bytes) {}

  /**
   * The page of a published report.
   *
   * @param knowsFigures whether each figure is known in it
   */
  public record PublishedPage(ReportPage page, boolean knowsFigures) {}

  private record KeptReport(SealedClose close, String part) {}

  /** The names of the reports that were published with a closed year; none while it is open. */
  public List<String> names(int year) {
    return closes.inForce(year).stream()
        .flatMap(close -> store.parts(close.id()).stream())
        .map(part -> part.name())
        .filter(part -> SnapshotContents.isReport(part, Format.HTML))
        .map(SnapshotContents::reportName)
        .toList();
  }

  /** A report of a year, when that is closed and it was published with it; any unless named. */
  public Optional<Published> find(int year, Optional<String> name, Format format) {
    return closes.inForce(year).stream()
        .flatMap(
            close ->
                store.parts(close.id()).stream().map(part -> new KeptReport(close, part.name())))
        .filter(
            kept ->
                name.map(wanted -> kept.part().equals(SnapshotContents.report(wanted, format)))
                    .orElse(SnapshotContents.isReport(kept.part(), format)))
        .findFirst()
        .map(kept -> new Published(SnapshotContents.reportName(kept.part()), bytes(kept)));
  }

  /**
   * A report as it was published, to look at. Its figures are known if filling it again, with the
   * definitions of then, gives the same text; what is shown is always what was published.
   */
  public Optional<PublishedPage> page(int year, String name) {
    return find(year, Optional.of(name), Format.TXT)
        .map(text -> new String(text.bytes().get(), StandardCharsets.UTF_8))
        .flatMap(
            text ->
                filledAgain(year, name)
                    .filter(again -> again.text().equals(text))
                    .map(again -> new PublishedPage(again.page(), true)))
        .or(
            () ->
                find(year, Optional.of(name), Format.DOCX)
                    .map(word -> new PublishedPage(ReportPage.ofWord(word.bytes().get()), false)));
  }

  private Optional<MarkedReport> filledAgain(int year, String name) {
    try {
      return closes
          .inForce(year)
          .flatMap(close -> reports.marked(definitions.definitions(close.id()), name, year));
    } catch (DefinitionException ofAnEarlierVersion) {
      return Optional.empty();
    }
  }

  private Reports.Bytes bytes(KeptReport kept) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    transaction.executeWithoutResult(status -> store.copy(kept.close().id(), kept.part(), bytes));
    return bytes::toByteArray;
  }
}
