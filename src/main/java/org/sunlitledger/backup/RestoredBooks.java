package org.sunlitledger.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.backup.Manifest.CheckResult;
import org.sunlitledger.close.snapshot.SnapshotFiles;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.close.verify.Verification;
import org.sunlitledger.database.audit.AuditChain;

/** Verifies a restored database: the audit trail, and the snapshots of all closed years. */
@Component
@Lazy
public final class RestoredBooks {
  private final YearCloseTable closes;
  private final SnapshotFiles files;
  private final Verification verification;
  private final AuditChain chain;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RestoredBooks(
      YearCloseTable closes,
      SnapshotFiles files,
      Verification verification,
      AuditChain chain,
      TransactionTemplate transaction,
      Clock clock) {
    this.closes = closes;
    this.files = files;
    this.verification = verification;
    this.chain = chain;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Verifies everything.
   *
   * @param out where files of snapshots are; those that are missing are written
   */
  public CheckResult verify(Path out) throws IOException {
    List<String> problems = new ArrayList<>();
    transaction
        .execute(status -> chain.firstBroken())
        .ifPresent(event -> problems.add("AUDIT_BROKEN " + event.id()));
    List<SealedClose> all = closes.all();
    for (int year :
        all.stream().map(SealedClose::year).collect(Collectors.toCollection(TreeSet::new))) {
      files.writeMissing(year, out);
      for (Verification.Verdict verdict :
          verification.verify(year, Optional.empty(), Optional.empty(), out)) {
        verdict
            .disagreements()
            .forEach(
                fault ->
                    problems.add(
                        "%s %d/%d %s"
                            .formatted(fault.fault(), year, verdict.number(), fault.name())));
      }
    }
    return new CheckResult(clock.instant(), all.size(), problems);
  }
}
