package org.sunlitledger.reconcile.match;

import java.util.List;
import java.util.Set;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.definition.YamlNode;

/**
 * One way of matching entries with records, of {@code sql/matching}: a query for matches among what
 * the strategies before it have left.
 *
 * @param position its place among the others
 */
record Strategy(int position, String id, Takes takes, String title, String titleEn, SqlFile file) {

  /** What it matches entries with. */
  enum Takes {
    /** Single records, in {@code record_left}. */
    RECORDS,
    /** Batches of records as wholes, in {@code batch_left}. */
    BATCHES
  }

  static List<Strategy> all(Definitions definitions) {
    return MatchingOrder.sorted(definitions, "sql/matching").stream().map(Strategy::of).toList();
  }

  private static Strategy of(SqlFile file) {
    YamlNode header = file.header().allow(Set.of("order", "takes", "parameters", "about", "title"));
    YamlNode title = header.node("title").allow(Set.of("zh", "en"));
    return new Strategy(
        MatchingOrder.of(file),
        file.name(),
        takes(header),
        title.text("zh"),
        title.text("en"),
        file);
  }

  private static Takes takes(YamlNode header) {
    return switch (header.text("takes")) {
      case "records" -> Takes.RECORDS;
      case "batches" -> Takes.BATCHES;
      default -> throw header.problem("takes is records or batches");
    };
  }
}
