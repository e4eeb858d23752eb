package org.sunlitledger.reconcile.discrepancy;

import java.util.List;
import java.util.Set;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.reconcile.match.Order;

/**
 * One kind of discrepancy, of {@code sql/discrepancies}: a query for the lines of each.
 *
 * @param severity error, warning, info, or look: somebody should look at it, and it accuses nobody
 * @param lines which lines it is about
 * @param mend what to do about one
 * @param isCount whether its amounts are counts, and not fen
 */
record Kind(
    String id,
    String severity,
    Lines lines,
    String title,
    String titleEn,
    String mend,
    String mendEn,
    boolean isCount,
    SqlFile file) {
  private static final Set<String> SEVERITIES = Set.of("error", "warning", "info", "look");

  /** Which lines a kind is about, and where these stand in the proof. */
  enum Lines {
    /** Lines that no strategy matched and no kind before has named; they are on one side only. */
    LEFT_ONLY,
    /** The same; entries and records belong together and differ. */
    LEFT_DIFFERING,
    /** Others: lines that are matched, plans, figures. */
    ANY
  }

  static List<Kind> all(Definitions definitions) {
    return Order.sorted(definitions, "sql/discrepancies").stream().map(Kind::of).toList();
  }

  private static Kind of(SqlFile file) {
    file.allow(
        "id",
        "order",
        "severity",
        "left",
        "amount",
        "parameters",
        "about",
        "title.zh",
        "title.en",
        "mend.zh",
        "mend.en");
    String severity = file.required("severity");
    if (!SEVERITIES.contains(severity)) {
      throw new DefinitionException(file.path(), "severity is one of " + SEVERITIES);
    }
    return new Kind(
        file.name(),
        severity,
        lines(file),
        file.required("title.zh"),
        file.required("title.en"),
        file.required("mend.zh"),
        file.required("mend.en"),
        isCount(file),
        file);
  }

  private static boolean isCount(SqlFile file) {
    return switch (file.header("amount").orElse("")) {
      case "" -> false;
      case "count" -> true;
      default -> throw new DefinitionException(file.path(), "amount is count, or left out for fen");
    };
  }

  private static Lines lines(SqlFile file) {
    return switch (file.header("left").orElse("")) {
      case "" -> Lines.ANY;
      case "one-sided" -> Lines.LEFT_ONLY;
      case "differing" -> Lines.LEFT_DIFFERING;
      default -> throw new DefinitionException(file.path(), "left is one-sided or differing");
    };
  }
}
