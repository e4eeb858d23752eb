package org.sunlitledger.database.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's own programs. They do not run as root, so root gets a user namespace. */
final class ServerPrograms {
  static final String SETTINGS =
      """

      # set by Sunlit Ledger when it made this folder
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 60
      shared_buffers = 512MB
      work_mem = 64MB
      temp_buffers = 512MB
      maintenance_work_mem = 256MB
      max_wal_size = 4GB
      checkpoint_timeout = 15min
      jit = off
      timezone = 'Asia/Shanghai'
      log_timezone = 'Asia/Shanghai'
      """;

  private final Path server;
  private final Path log;

  ServerPrograms(Path server, Path log) {
    this.server = server;
    this.log = log;
  }

  /**
   * Runs a program to its end.
   *
   * @throws IOException when it fails, with the end of its output
   */
  void run(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(server.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .directory(server.toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(program + " failed: " + lastWords());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", stop);
    }
  }

  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }
}
