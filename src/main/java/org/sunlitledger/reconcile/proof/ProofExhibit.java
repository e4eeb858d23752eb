package org.sunlitledger.reconcile.proof;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.Exhibit;

/** The proof and what was matched, as files of the snapshot of a closed year. */
@Component
final class ProofExhibit implements Exhibit {
  private final ReconciliationReader reconciled;

  ProofExhibit(ReconciliationReader reconciled) {
    this.reconciled = reconciled;
  }

  @Override
  public Map<String, byte[]> of(int year) {
    Optional<Reconciliation> last = reconciled.of(year);
    return last.map(
            found -> Map.of("proof.csv", bytes(proof(found)), "matched.csv", bytes(matched(found))))
        .orElse(Map.of());
  }

  private static String proof(Reconciliation found) {
    return found.proof().stream()
        .map(
            row ->
                "%s,%d,%d,%d,%d,%d\n"
                    .formatted(
                        row.source(),
                        row.records(),
                        row.recordOnly(),
                        row.entryOnly(),
                        row.difference(),
                        row.entries()))
        .collect(
            Collectors.joining(
                "", "source,records,record_only,entry_only,difference,ledger\n", ""));
  }

  private static String matched(Reconciliation found) {
    return found.strategies().stream()
        .map(
            row ->
                "%s,%d,%d,%d,%d\n"
                    .formatted(
                        row.strategy(), row.matches(), row.entries(), row.records(), row.fen()))
        .collect(Collectors.joining("", "strategy,matches,entries,records,fen\n", ""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
