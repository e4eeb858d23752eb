package org.sunlitledger.database.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/**
 * Sessions of the owner of the schema, who does what the program's own role may not. Where one role
 * does all, they are its sessions.
 */
@Component
public final class OwnerSessions {
  private final Flyway flyway;

  OwnerSessions(Flyway flyway) {
    this.flyway = flyway;
  }

  /** A session; close it. */
  public Connection connect() throws SQLException {
    return Objects.requireNonNull(flyway.getConfiguration().getDataSource()).getConnection();
  }
}
