package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.SunlitLedger;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.testing.OtherProcess;
import org.sunlitledger.testing.SmallCounty;

/** A backup that does not come to its end leaves nothing that looks like one. */
@Tag("long")
class BrokenOffBackupIT {
  private final Path folder;
  private final LostOffice lost;

  BrokenOffBackupIT(@TempDir Path folder) {
    this.folder = folder;
    this.lost = new LostOffice(folder);
  }

  @BeforeEach
  void aYear() {
    SmallCounty.deliver(lost.office(), 2020);
    lost.office().night(2020);
  }

  @AfterEach
  void close() {
    lost.close();
  }

  @Test
  void aKilledOneIsClearedAwayByTheNext() throws Exception {
    Process backup = backup(List.of());
    while (hidden().isEmpty()) {
      assertThat(backup.isAlive()).isTrue();
      Thread.sleep(5);
    }
    backup.destroyForcibly().waitFor();
    assertThat(lost.all()).isEmpty();
    assertThat(hidden()).hasSize(1);
    lost.backUp();
    assertThat(lost.all()).hasSize(1);
    assertThat(hidden()).isEmpty();
  }

  @Test
  void aDiskThatTakesNoMoreLeavesNothing() throws Exception {
    // no file may have more than so many blocks of 512 bytes
    Process backup = backup(List.of("sh", "-c", "ulimit -f 16; exec \"$@\"", "sh"));
    assertThat(backup.waitFor()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("backup.log")))
        .contains("the backup was not finished and nothing of it is left");
    assertThat(lost.all()).isEmpty();
    assertThat(hidden()).isEmpty();
  }

  @Test
  void withoutAFolderItGoesWhereTheSettingSays() throws Exception {
    Terminal terminal = lost.terminal();
    assertThat(terminal.run("backup")).isEqualTo(2);
    assertThat(terminal.err()).contains("SUNLIT_BACKUP_FOLDER");
    ProcessBuilder backup =
        OtherProcess.of(lost.office(), SunlitLedger.class, "--lang", "en", "backup")
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "backup.log"));
    backup.environment().put("SUNLIT_BACKUP_FOLDER", lost.backups().toString());
    assertThat(backup.start().waitFor()).isZero();
    assertThat(lost.all()).hasSize(1);
    assertThat(Files.readString(folder.resolve("backup.log")))
        .contains("the backup is on the disk of the data");
  }

  private Process backup(List<String> before) throws IOException {
    ProcessBuilder command =
        OtherProcess.of(lost.office(), SunlitLedger.class, "backup", lost.backups().toString());
    List<String> words = new ArrayList<>(before);
    words.addAll(command.command());
    return command
        .command(words)
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), "backup.log"))
        .start();
  }

  private List<Path> hidden() throws IOException {
    if (!Files.exists(lost.backups())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(lost.backups())) {
      return all.filter(path -> path.getFileName().toString().startsWith(".")).toList();
    }
  }
}
