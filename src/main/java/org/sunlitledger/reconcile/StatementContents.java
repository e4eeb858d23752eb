package org.sunlitledger.reconcile;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a year's statement says, its lists of matches and discrepancies aside. Amounts are fen;
 * sources, categories and kinds are as people call them.
 *
 * @param office whose statement it is
 * @param madeAt when the year was last reconciled
 */
record StatementContents(
    int year,
    String office,
    OffsetDateTime madeAt,
    Reconciliation reconciliation,
    List<KindCount> kinds,
    List<CategorySum> categories,
    List<Project> projects) {

  /** How many discrepancies of a kind there are, those aside that are no longer found. */
  record KindCount(
      String id, String severity, long number, long open, long resolved, long approved) {}

  /** The records of a source and category, and what of them was not matched. */
  record CategorySum(
      String source, String category, long records, long amount, long unmatched, long left) {}

  /** Plan against payment of one project. */
  record Project(
      String code,
      String name,
      String category,
      long planned,
      long earlier,
      long records,
      long ledger) {

    static Project total(String code, List<Project> all) {
      return new Project(
          code,
          "",
          "",
          all.stream().mapToLong(Project::planned).sum(),
          all.stream().mapToLong(Project::earlier).sum(),
          all.stream().mapToLong(Project::records).sum(),
          all.stream().mapToLong(Project::ledger).sum());
    }
  }
}
