package org.sunlitledger.database.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An empty database beside another one on the same server, which is dropped at the end. One that a
 * killed process has left behind is dropped first.
 */
public final class ScratchDatabase implements AutoCloseable {
  private static final Pattern URL =
      Pattern.compile("(jdbc:postgresql:(?://[^/?]*/)?)([^?]*)([?].*)?");
  private static final String ENDING = "_scratch";

  private final Connection owner;
  private final String name;
  private final String url;

  private ScratchDatabase(Connection owner, String name, String url) {
    this.owner = owner;
    this.name = name;
    this.url = url;
  }

  /**
   * Creates it.
   *
   * @param url address of the other database
   * @return empty when this user of the server may not create databases
   */
  public static Optional<ScratchDatabase> beside(String url, String user, String secret)
      throws SQLException {
    Connection owner = DriverManager.getConnection(url, user, secret);
    Matcher parts = URL.matcher(url);
    if (!parts.matches() || !mayCreate(owner)) {
      owner.close();
      return Optional.empty();
    }
    String plain = parts.group(2) + ENDING;
    ScratchDatabase scratch =
        new ScratchDatabase(
            owner, plain, parts.group(1) + plain + Optional.ofNullable(parts.group(3)).orElse(""));
    scratch.drop();
    scratch.execute("create database %I template template0 encoding 'UTF8'");
    return Optional.of(scratch);
  }

  private static boolean mayCreate(Connection owner) throws SQLException {
    try (Statement query = owner.createStatement();
        ResultSet row =
            query.executeQuery(
                "select rolcreatedb or rolsuper from pg_roles where rolname = current_user")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** The address of the database. */
  public String url() {
    return url;
  }

  @Override
  public void close() throws SQLException {
    try (owner) {
      drop();
    }
  }

  private void drop() throws SQLException {
    execute("drop database if exists %I with (force)");
  }

  /**
   * @param statement with a place for the name, which the server puts in quotes
   */
  private void execute(String statement) throws SQLException {
    try (PreparedStatement quoted = owner.prepareStatement("select format(?, ?)");
        Statement run = owner.createStatement()) {
      quoted.setString(1, statement);
      quoted.setString(2, name);
      ResultSet row = quoted.executeQuery();
      row.next();
      run.execute(row.getString(1));
    }
  }
}
