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

  /** The exit status of flock when another process has the lock. */
  private static final int TAKEN = 75;

  /**
   * The pid file of a server that was killed may name any process of today. PostgreSQL would take
   * that for the server, and not start. The lock is held, so only a server that is older than the
   * lock is left in peace.
   */
  private static final String WITHOUT_PID_OF_THE_DEAD =
      """
      pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null)
      case "$(readlink "/proc/$pid/exe")" in
        */postgres) ;;
        *) rm -f "$1/postmaster.pid" ;;
      esac
      shift
      exec "$@"
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
    if (end(asUser(program, arguments)) != 0) {
      throw new IOException(program + " failed: " + lastWords());
    }
  }

  /**
   * Starts the server unless another one works on its data. The server holds a lock until the last
   * of its processes has ended, so that it is seen from other containers too, where neither its
   * number nor its memory is.
   *
   * @throws OtherServer when there is another one
   * @throws IOException when it cannot be started, with the end of its output
   */
  void start(Path data, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("flock", "--nonblock", "--conflict-exit-code"));
    command.addAll(List.of(String.valueOf(TAKEN), data.resolveSibling("server.lock").toString()));
    command.addAll(List.of("sh", "-c", WITHOUT_PID_OF_THE_DEAD, "sh", data.toString()));
    command.addAll(asUser("pg_ctl", arguments));
    int status = end(command);
    if (status == TAKEN) {
      throw new OtherServer(data);
    }
    if (status != 0) {
      throw new IOException("pg_ctl failed: " + lastWords());
    }
  }

  /** Another server works on the data. */
  static final class OtherServer extends IOException {
    private static final long serialVersionUID = 1L;

    OtherServer(Path data) {
      super(
          "another server works on %s and cannot be reached from here, as in another container: run commands in that container, or use a PostgreSQL of your own"
              .formatted(data));
    }
  }

  private List<String> asUser(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(server.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private int end(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .directory(server.toFile())
            .start();
    try {
      return process.waitFor();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(command.get(0) + " was interrupted", stop);
    }
  }

  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }
}
