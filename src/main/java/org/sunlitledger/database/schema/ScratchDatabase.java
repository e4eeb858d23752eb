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
 * killed process has left behind is dropped first. It has a mark from its first moment on, and a
 * database without that mark is never dropped.
 */
public final class ScratchDatabase implements AutoCloseable {
  private static final Pattern URL =
      Pattern.compile("(jdbc:postgresql:(?://[^/?]*/)?)([^?]*)([?].*)?");
  private static final String ENDING = "_scratch";

  /**
   * The limit of connections is the mark: the one property that is set by the statement that
   * creates a database, and that nobody else gives this value. It is far above any real limit.
   */
  private static final int MARK = 1_905_118_340;

  /** What the server puts in its place when it drops a database and is cut off. */
  private static final int HALF_DROPPED = -2;

  private static final String COMMENT =
      "made by Sunlit Ledger, which drops it: it is no place for data";

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
   * @throws ForeignDatabase when there is one of that name already, and somebody else made it
   */
  public static Optional<ScratchDatabase> beside(String url, String user, String secret)
      throws SQLException, ForeignDatabase {
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
    try {
      scratch.drop();
      scratch.execute(
          "create database %I template template0 encoding 'UTF8' connection limit " + MARK);
      scratch.execute("comment on database %I is '" + COMMENT + "'");
      return Optional.of(scratch);
    } catch (SQLException | ForeignDatabase problem) {
      owner.close();
      throw problem;
    }
  }

  private static boolean mayCreate(Connection owner) throws SQLException {
    try (Statement query = owner.createStatement();
        ResultSet row =
            query.executeQuery(
                "select rolcreatedb or rolsuper from pg_roles where rolname = current_user")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** A database has the name of the scratch database, and this program did not make it. */
  public static final class ForeignDatabase extends Exception {
    private static final long serialVersionUID = 1L;

    private final String name;

    ForeignDatabase(String name) {
      super("foreign database " + name);
      this.name = name;
    }

    public String name() {
      return name;
    }
  }

  /** The address of the database. */
  public String url() {
    return url;
  }

  @Override
  public void close() throws SQLException, ForeignDatabase {
    try (owner) {
      drop();
    }
  }

  private void drop() throws SQLException, ForeignDatabase {
    if (isMarked().orElse(true)) {
      execute("drop database if exists %I with (force)");
    } else {
      throw new ForeignDatabase(name);
    }
  }

  /** Whether the database of that name has the mark; empty if there is none. */
  private Optional<Boolean> isMarked() throws SQLException {
    try (PreparedStatement query =
        owner.prepareStatement(
            """
            select datconnlimit in (?, ?)
            from pg_database
            where datname = ?
            """)) {
      query.setInt(1, MARK);
      query.setInt(2, HALF_DROPPED);
      query.setString(3, name);
      ResultSet row = query.executeQuery();
      return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
    }
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
