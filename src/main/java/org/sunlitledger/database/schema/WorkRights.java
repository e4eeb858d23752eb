package org.sunlitledger.database.schema;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.definition.Definitions;

/** The rights of the role that works with the tables and does not own them. */
public final class WorkRights {
  /** Flyway runs this file by its name after migrations that are not applied by this program. */
  private static final String FILE = "sql/schema/afterMigrateApplied.sql";

  private WorkRights() {}

  /** Gives the role its rights on all tables, as their owner. */
  public static void grant(JdbcClient owner) {
    owner.sql(new Definitions(Optional.empty()).text(FILE)).update();
  }
}
