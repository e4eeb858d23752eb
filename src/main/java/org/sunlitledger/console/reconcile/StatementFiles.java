package org.sunlitledger.console.reconcile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.sunlitledger.reconcile.statement.Statement;

/**
 * The statement of a year: the file that the run wrote, or a new one where that is gone or somebody
 * has decided something since.
 */
@Component
final class StatementFiles {
  private final Statement statement;
  private final ReconciliationNumbers numbers;
  private final Path out;

  StatementFiles(
      Statement statement, ReconciliationNumbers numbers, @Value("${sunlit.out:out}") Path out) {
    this.statement = statement;
    this.numbers = numbers;
    this.out = out;
  }

  /** Empty where the year was never reconciled. */
  Optional<byte[]> of(int year, String ending) throws IOException {
    Optional<OffsetDateTime> madeAt =
        numbers.toDecide(year).map(ReconciliationNumbers.ToDecide::madeAt);
    if (madeAt.isEmpty()) {
      return Optional.empty();
    }
    String name = "reconciliation." + ending;
    Path written = out.resolve(String.valueOf(year)).resolve(name);
    Instant said =
        numbers
            .lastDecision(year)
            .filter(decided -> decided.isAfter(madeAt.get()))
            .orElse(madeAt.get())
            .toInstant();
    boolean isCurrent =
        Files.isRegularFile(written)
            && !Files.getLastModifiedTime(written).toInstant().isBefore(said);
    return isCurrent
        ? Optional.of(Files.readAllBytes(written))
        : Optional.ofNullable(statement.of(year).get(name));
  }
}
