package org.sunlitledger.reconcile.match;

import java.util.List;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;

/**
 * One way of matching entries with records, of {@code sql/matching}: a query for matches among what
 * the strategies before it have left.
 *
 * @param position where it stands among the others
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
    return Order.sorted(definitions, "sql/matching").stream().map(Strategy::of).toList();
  }

  private static Strategy of(SqlFile file) {
    file.allow("id", "order", "takes", "parameters", "about", "title.zh", "title.en");
    return new Strategy(
        Order.of(file),
        file.name(),
        takes(file),
        file.required("title.zh"),
        file.required("title.en"),
        file);
  }

  private static Takes takes(SqlFile file) {
    return switch (file.required("takes")) {
      case "records" -> Takes.RECORDS;
      case "batches" -> Takes.BATCHES;
      default -> throw new DefinitionException(file.path(), "takes is records or batches");
    };
  }
}
