package org.sunlitledger.reconcile.proof;

import java.time.LocalDate;
import java.util.List;

/**
 * The result of a year's reconciliation. Amounts are fen.
 *
 * @param ledger the files that are the ledger
 * @param strategies what each has matched, in their order
 * @param found the discrepancies that are there, by kind
 * @param remarks what matches show for information
 * @param risks what the rules for a look have found, in their order
 * @param proof a row a source, and last the one for all
 */
public record Reconciliation(
    int records,
    long recordFen,
    int entries,
    long entryFen,
    List<LedgerFile> ledger,
    List<Matched> strategies,
    List<FoundKind> found,
    List<Remarked> remarks,
    List<Risk> risks,
    List<ProofRow> proof) {

  /**
   * A file of the ledger, or a sheet of it.
   *
   * @param first day of an entry
   * @param last day of an entry
   * @param withoutProject entries that name neither batch nor project, so that no project is
   *     compared
   * @param withoutDocument entries without the number of a document
   */
  public record LedgerFile(
      String name,
      int entries,
      long fen,
      LocalDate first,
      LocalDate last,
      int withoutProject,
      int withoutDocument) {}

  /** What a strategy has matched. */
  public record Matched(
      String strategy,
      String title,
      String titleEn,
      int matches,
      int entries,
      int records,
      long fen) {}

  /**
   * Discrepancies of a kind.
   *
   * @param open those that nobody has resolved yet
   * @param amount of all of them, in fen, or a count where the kind has counts
   */
  public record FoundKind(String kind, String severity, int count, int open, long amount) {
    boolean isToDecide() {
      return !severity.equals("info") && !severity.equals("look");
    }
  }

  /**
   * What matches show for information.
   *
   * @param remark date: another date within the window; voucher: matched under another one
   * @param days by which dates differ at most
   * @param amount of the entries, in fen
   */
  public record Remarked(String remark, int count, int days, long amount) {}

  /**
   * What a rule for a look has found. It accuses nobody, and nothing has to be decided.
   *
   * @param missing the columns without which it was not checked, in Chinese; empty where it was
   * @param items how many things, on {@code lines} lines
   */
  public record Risk(
      String rule,
      String title,
      String titleEn,
      String basis,
      String missing,
      String missingEn,
      int items,
      int lines) {}

  /**
   * records − recordOnly + entryOnly + difference = entries.
   *
   * @param source a code, empty for all together
   */
  public record ProofRow(
      String source,
      String title,
      long records,
      long recordOnly,
      long entryOnly,
      long difference,
      long entries) {

    /** The total that the ledger must have. */
    public long computed() {
      return records - recordOnly + entryOnly + difference;
    }

    public boolean isBalanced() {
      return computed() == entries;
    }

    /** Whether the amounts are the same. */
    boolean isSameAs(ProofRow other) {
      return records == other.records
          && recordOnly == other.recordOnly
          && entryOnly == other.entryOnly
          && difference == other.difference
          && entries == other.entries;
    }
  }

  /** The proof of each source. */
  public List<ProofRow> sources() {
    return proof.stream().filter(row -> !row.source().isEmpty()).toList();
  }

  /** The proof of all together. */
  public ProofRow all() {
    return proof.get(proof.size() - 1);
  }

  /**
   * Whether somebody has to decide on something; information and what only deserves a look do not
   * count.
   */
  public boolean isOpen() {
    return found.stream().anyMatch(kind -> kind.open() > 0 && kind.isToDecide());
  }
}
