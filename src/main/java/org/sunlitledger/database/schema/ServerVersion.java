package org.sunlitledger.database.schema;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The version of a server and the encoding of a database on it.
 *
 * @param number the version as a number, as 150004
 */
public record ServerVersion(String version, int number, String encoding) {
  private static final int OLDEST = 150_000;

  /** Those of the database that answers. */
  public static ServerVersion of(JdbcClient sql) {
    return sql.sql(
            """
            select current_setting('server_version'),
              current_setting('server_version_num')::integer,
              current_setting('server_encoding')
            """)
        .query(
            (row, number) -> new ServerVersion(row.getString(1), row.getInt(2), row.getString(3)))
        .single();
  }

  public boolean isNewEnough() {
    return number >= OLDEST;
  }

  public boolean isUtf8() {
    return encoding.equals("UTF8");
  }
}
