package org.sunlitledger.close.snapshot;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.report.Format;
import org.sunlitledger.report.Reports;

/** The reports of closed years, as they were published. */
@Component
public final class PublishedReports {
  private final YearCloseTable closes;
  private final SnapshotStore store;
  private final TransactionTemplate transaction;

  PublishedReports(YearCloseTable closes, SnapshotStore store, TransactionTemplate transaction) {
    this.closes = closes;
    this.store = store;
    this.transaction = transaction;
  }

  /**
   * A report as it was published.
   *
   * @param name as in the definitions of then
   */
  public record Published(String name, Reports.Bytes bytes) {}

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

  private Reports.Bytes bytes(KeptReport kept) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    transaction.executeWithoutResult(status -> store.copy(kept.close().id(), kept.part(), bytes));
    return bytes::toByteArray;
  }
}
