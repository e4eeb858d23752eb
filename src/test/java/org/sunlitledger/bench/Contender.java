package org.sunlitledger.bench;

import java.sql.Connection;
import java.util.Map;

/** One way to get from the file to the roll-up. */
interface Contender {

  /** Does it all, from an empty database, and gives the cells. */
  Map<String, Long> run(Connection connection) throws Exception;
}
