package org.sunlitledger.console.read;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The connections of the program, and others for the requests that only read. */
final class TwoPools extends DelegatingDataSource {
  private final DataSource all;
  private final DataSource reads;

  TwoPools(DataSource all, DataSource reads) {
    super(all);
    this.all = all;
    this.reads = reads;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return (Reading.isUnderWay() ? reads : all).getConnection();
  }

  /** Spring Boot derives the connections of migrations from the pool below. */
  @Override
  public <T> T unwrap(Class<T> kind) throws SQLException {
    return kind.isInstance(all) ? kind.cast(all) : super.unwrap(kind);
  }
}
