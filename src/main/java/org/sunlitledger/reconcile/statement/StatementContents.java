package org.sunlitledger.reconcile.statement;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.reconcile.proof.LeftOut;
import org.sunlitledger.reconcile.proof.LeftOutText;
import org.sunlitledger.reconcile.proof.Reconciliation;

/**
 * What a year's statement says, its lists of matches and discrepancies aside. Amounts are fen;
 * sources, categories and kinds are as people call them.
 *
 * @param office whose statement it is
 * @param madeAt when the year was last reconciled
 * @param leftOut what of the ledger people have set aside
 */
record StatementContents(
    int year,
    String office,
    OffsetDateTime madeAt,
    Reconciliation reconciliation,
    List<Aside> leftOut,
    List<KindCount> kinds,
    List<CategorySum> categories,
    List<Project> projects) {

  /** What says that two sums are the same: never so much where a part of the ledger is left out. */
  String agrees() {
    return leftOut.isEmpty()
        ? StatementSheet.AGREES
        : StatementSheet.AGREES_IN_PART.formatted(leftOut.size());
  }

  /**
   * A part of the ledger that does not count.
   *
   * @param number by which people name it
   * @param what a sentence
   * @param amount fen of a line, as far as they can be read
   * @param approvedBy empty until somebody has agreed
   */
  record Aside(
      String number, String what, Optional<Long> amount, String why, String by, String approvedBy) {

    static Aside of(LeftOut part, LeftOutText text) {
      Optional<LeftOut.Decision> decision = part.setAside();
      return new Aside(
          part.number().map(String::valueOf).orElse(""),
          text.sentence(part),
          part.amount(),
          decision.map(LeftOut.Decision::why).orElse(""),
          decision.map(LeftOut.Decision::by).orElse(""),
          decision.flatMap(LeftOut.Decision::approvedBy).orElse(""));
    }
  }

  /**
   * How many discrepancies of a kind there are, those aside that are no longer found.
   *
   * @param amount of all of them, or a count where the kind has counts
   */
  record KindCount(
      String id,
      String severity,
      long number,
      long open,
      long resolved,
      long approved,
      long amount) {}

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
