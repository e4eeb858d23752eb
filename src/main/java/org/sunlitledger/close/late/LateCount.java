package org.sunlitledger.close.late;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.rule.Checks;
import org.sunlitledger.check.settle.Settlement;
import org.sunlitledger.close.late.Restatement.Late;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.rollup.RollUps;
import org.sunlitledger.rollup.Subjects;

/** Counts deliveries in as a night does, all within the caller's transaction. */
@Component
final class LateCount {
  private final Checks checks;
  private final Settlement settlement;
  private final RollUps rollUps;
  private final JdbcClient jdbc;

  LateCount(Checks checks, Settlement settlement, RollUps rollUps, JdbcClient jdbc) {
    this.checks = checks;
    this.settlement = settlement;
    this.rollUps = rollUps;
    this.jdbc = jdbc;
  }

  /**
   * Checks and settles what is loaded, and makes the roll-ups of open years up to one.
   *
   * @return the deliveries whose part in the figures is not what it was
   */
  List<Long> count(int year, Definitions definitions) {
    Map<Long, Long> before = rollUps.editions();
    checks.run();
    settlement.settle();
    Subjects subjects = new Subjects(definitions);
    for (int open : rollUps.years()) {
      if (open <= year) {
        Catalogue catalogue = CatalogueReader.read(open, definitions);
        rollUps.make(open, catalogue.measures(), subjects, catalogue.version());
      }
    }
    Map<Long, Long> after = rollUps.editions();
    TreeSet<Long> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    all.removeIf(delivery -> Objects.equals(before.get(delivery), after.get(delivery)));
    return new ArrayList<>(all);
  }

  /** The totals of deliveries. */
  List<Late> books(List<Long> deliveries) {
    return jdbc.sql(
            """
            select id, name, lines_read, lines_accepted, lines_refused, fen_accepted
            from delivery
            where id = any(:deliveries)
            order by id
            """)
        .param("deliveries", deliveries.toArray(Long[]::new))
        .query(
            (row, number) ->
                new Late(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)))
        .list();
  }
}
