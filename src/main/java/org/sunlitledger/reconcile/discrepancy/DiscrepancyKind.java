package org.sunlitledger.reconcile.discrepancy;

import java.util.List;
import java.util.Set;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.reconcile.match.MatchingOrder;

/**
 * One kind of discrepancy, of {@code sql/discrepancies}: a query for the lines of each.
 *
 * @param severity error, warning, info, or look: somebody should look at it, and it accuses nobody
 * @param lines which lines it is about
 * @param mend what to do about one
 * @param isCount whether its amounts are counts, and not fen
 */
record DiscrepancyKind(
    String id,
    String severity,
    ConcernedLines lines,
    String title,
    String titleEn,
    String mend,
    String mendEn,
    boolean isCount,
    SqlFile file) {
  private static final Set<String> KEYS =
      Set.of("order", "severity", "left", "amount", "parameters", "about", "title", "mend");
  private static final Set<String> LANGUAGES = Set.of("zh", "en");
  private static final Set<String> SEVERITIES = Set.of("error", "warning", "info", "look");

  /** Which lines a kind is about, and where these are in the proof. */
  enum ConcernedLines {
    /** Lines that no strategy matched and no kind before has named; they are on one side only. */
    LEFT_ONLY,
    /** The same; entries and records belong together and differ. */
    LEFT_DIFFERING,
    /** Others: lines that are matched, plans, figures. */
    ANY
  }

  static List<DiscrepancyKind> all(Definitions definitions) {
    return MatchingOrder.sorted(definitions, "sql/discrepancies").stream()
        .map(DiscrepancyKind::of)
        .toList();
  }

  private static DiscrepancyKind of(SqlFile file) {
    YamlNode header = file.header().allow(KEYS);
    String severity = header.text("severity");
    if (!SEVERITIES.contains(severity)) {
      throw header.problem("severity is one of " + SEVERITIES);
    }
    YamlNode title = header.node("title").allow(LANGUAGES);
    YamlNode mend = header.node("mend").allow(LANGUAGES);
    return new DiscrepancyKind(
        file.name(),
        severity,
        lines(header),
        title.text("zh"),
        title.text("en"),
        mend.text("zh"),
        mend.text("en"),
        isCount(header),
        file);
  }

  private static boolean isCount(YamlNode header) {
    return switch (header.find("amount").orElse("")) {
      case "" -> false;
      case "count" -> true;
      default -> throw header.problem("amount is count, or left out for fen");
    };
  }

  private static ConcernedLines lines(YamlNode header) {
    return switch (header.find("left").orElse("")) {
      case "" -> ConcernedLines.ANY;
      case "one-sided" -> ConcernedLines.LEFT_ONLY;
      case "differing" -> ConcernedLines.LEFT_DIFFERING;
      default -> throw header.problem("left is one-sided or differing");
    };
  }
}
