package org.sunlitledger.upkeep;

import javax.sql.DataSource;

/** The database, for examinations of what is in it. */
public interface Books {
  /**
   * Connections to it.
   *
   * @throws NotExamined when it cannot be reached, or its tables are not those of this program
   */
  DataSource source() throws NotExamined;
}
