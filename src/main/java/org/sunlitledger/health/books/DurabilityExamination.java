package org.sunlitledger.health.books;

import java.util.List;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;
import org.sunlitledger.upkeep.NotExamined;

/** Examines whether what the database has confirmed outlives a power cut. */
public final class DurabilityExamination implements Examination {
  private final ExaminedDatabase database;

  public DurabilityExamination(ExaminedDatabase database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "durability";
  }

  @Override
  public List<Finding> examine() throws NotExamined {
    List<String> off =
        database
            .reached()
            .sql()
            .sql(
                """
                select name
                from pg_settings
                where name in ('fsync', 'full_page_writes')
                  and setting <> 'on'
                order by name
                """)
            .query(String.class)
            .list();
    return List.of(
        off.isEmpty()
            ? Finding.ok("durability.on")
            : Finding.broken("durability.off", String.join(", ", off)));
  }
}
