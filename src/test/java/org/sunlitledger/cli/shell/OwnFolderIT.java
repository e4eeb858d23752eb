package org.sunlitledger.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Copies are kept as long as their process lives. Here each process has the number 1, as those of
 * containers have that share a folder.
 */
class OwnFolderIT {

  /** A process that has copies until it is told to end. */
  static final class WithCopies {
    private WithCopies() {}

    public static void main(String[] arguments) throws Exception {
      OwnFolder.prepare(Path.of(arguments[0]));
      System.out.println(System.getProperty("java.io.tmpdir"));
      int end = System.in.read();
      System.exit(end < 0 ? 0 : end);
    }
  }

  /** Such a process. */
  private record Running(Process process, Path copies) {
    static Running in(Path folder) throws IOException {
      List<String> command = new ArrayList<>(List.of("unshare", "--pid", "--fork"));
      if (!"root".equals(System.getProperty("user.name"))) {
        command.add("--map-root-user");
      }
      command.addAll(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              WithCopies.class.getName(),
              folder.toString()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      return new Running(process, Path.of(said.readLine()));
    }

    void kill() {
      List<ProcessHandle> all = process.descendants().toList();
      assertThat(all).hasSize(1);
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(one -> one.onExit().join());
      process.onExit().join();
    }

    void end() throws IOException {
      process.getOutputStream().close();
      process.onExit().join();
    }
  }

  @Test
  void thoseOfTheLivingStayAndThoseOfTheKilledGo(@TempDir Path folder) throws IOException {
    Running first = Running.in(folder);
    Running second = Running.in(folder);
    assertThat(first.copies()).isDirectory().isNotEqualTo(second.copies());
    second.end();
    assertThat(second.copies()).doesNotExist();
    assertThat(first.copies()).isDirectory();
    first.kill();
    assertThat(first.copies()).isDirectory();
    Running third = Running.in(folder);
    assertThat(first.copies()).doesNotExist();
    assertThat(third.copies()).isDirectory();
    third.end();
  }
}
