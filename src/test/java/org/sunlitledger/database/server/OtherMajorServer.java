package org.sunlitledger.database.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A PostgreSQL server of another major version than the program's, as a county may have one. */
public final class OtherMajorServer implements AutoCloseable {
  /** The user who owns the database. */
  public static final String OWNER = "sunlit";

  private final ServerPrograms programs;
  private final Path data;
  private final int port;

  /**
   * @param archive with the binaries, as it is published
   * @param home an empty folder
   */
  public OtherMajorServer(Path archive, Path home) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile());
        ServerSocket free = new ServerSocket(0)) {
      ZipEntry binaries =
          zip.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst().orElseThrow();
      try (InputStream packed = zip.getInputStream(binaries)) {
        PostgresBinaries.unpack(packed, home.resolve("server"));
      }
      port = free.getLocalPort();
    }
    data = home.resolve("data");
    programs = new ServerPrograms(home.resolve("server"), home.resolve("server.log"));
    programs.run(
        "initdb",
        List.of("-D", data.toString(), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-locale"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "listen_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\n");
    programs.start(
        data,
        List.of(
            "start",
            "-w",
            "-s",
            "-D",
            data.toString(),
            "-l",
            home.resolve("log").toString(),
            "-o",
            "-p " + port));
  }

  /** Creates a database. */
  public String database(String name) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"), OWNER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return url(name);
  }

  private String url(String database) {
    return ServerFolder.address(port, database);
  }

  @Override
  public void close() throws IOException {
    programs.run("pg_ctl", List.of("stop", "-w", "-s", "-m", "immediate", "-D", data.toString()));
  }
}
