package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.close.Desk;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A backup of a closed year is made, and then everything is lost. The restores that are refused
 * come first, as each needs a database that is empty.
 */
@TestMethodOrder(OrderAnnotation.class)
class BackupIT {
  private static LostOffice lost;
  private static Path backup;
  private static Map<String, String> figures;
  private static List<Map<String, Object>> books;

  @BeforeAll
  static void aYearIsClosedBackedUpAndLost(@TempDir Path folder) throws IOException {
    lost = new LostOffice(folder);
    lost.handIn("waiting-2020.csv", "编号\n1\n".getBytes(StandardCharsets.UTF_8));
    new Desk(lost.office()).yearReady().mustClose(2020);
    backup = lost.backUp();
    figures = lost.figures(2020);
    books = lost.books();
    Backups records = new Backups(lost.office().sql());
    assertThat(records.lastGood()).isEqualTo(records.last());
    assertThat(records.lastGood().orElseThrow().folder()).isEqualTo(backup.toString());
    lost.lose();
    FileSystemUtils.deleteRecursively(lost.office().out());
    FileSystemUtils.deleteRecursively(lost.office().ownInbox());
  }

  @AfterAll
  static void close() {
    lost.close();
  }

  @Test
  @Order(1)
  void theKeyIsInNoFileOfTheBackup() throws IOException {
    try (Stream<Path> files = Files.walk(backup)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(lost.keyText());
      }
    }
  }

  @Test
  @Order(2)
  void theKeyMustBeThere() throws IOException {
    Terminal terminal = lost.terminal();
    assertThat(terminal.run("restore", backup.toString())).isEqualTo(1);
    assertThat(terminal.err()).contains("--key FILE", "SUNLIT_INTAKE_SECRET", "secret.key");
    Path other = Files.writeString(backup.resolveSibling(".other-key"), "0123456789");
    assertThat(terminal.run("restore", backup.toString(), "--key", other.toString())).isEqualTo(1);
    assertThat(terminal.err()).contains("the key is not that of the backup");
    Files.delete(other);
  }

  @Test
  @Order(3)
  void whatIsNoWholeBackupIsRefused() throws IOException {
    assertRefused(lost.backups(), "is no backup");
    assertRefused(copy(manifest -> manifest.put("format", 2)), "newer program");
    assertRefused(copy(manifest -> last(manifest).put("script", "V099__x.sql")), "newer program");
    assertRefused(copy(manifest -> last(manifest).put("checksum", 1)), "another program");
    assertRefused(copy(manifest -> manifest.putNull("check")), "is missing or was altered");
    Path damaged = copy(manifest -> {});
    Path rows = damaged.resolve("tables/payment.copy.gz");
    byte[] bytes = Files.readAllBytes(rows);
    bytes[bytes.length / 2] ^= 1;
    Files.write(rows, bytes);
    assertRefused(damaged, "tables/payment.copy.gz is missing or was altered");
    Files.delete(rows);
    assertRefused(damaged, "tables/payment.copy.gz is missing or was altered");
  }

  @Test
  @Order(4)
  void everythingIsAsItWas() {
    lost.restore(backup);
    Desk desk = new Desk(lost.office());
    desk.assertAgrees(2020, 1);
    assertThat(lost.figures(2020)).isEqualTo(figures);
    assertThat(lost.books()).isEqualTo(books);
    assertThat(lost.office().ownInbox().resolve("waiting-2020.csv")).exists();
    desk.assertRefused("update payment set amount = amount + 1", "is closed");
    desk.assertRefused("update audit_event set who = '丁'", "permission denied");
    desk.assertRefused("alter table payment disable trigger all", "must be owner");
    lost.office().night(2020);
    assertThat(lost.books()).isEqualTo(books);
    desk.assertAgrees(2020, 1);
    assertThat(new Backups(lost.office().sql()).lastGood().orElseThrow().folder())
        .isEqualTo(backup.toString());
  }

  @Test
  @Order(5)
  void aDatabaseWithDataIsLeftAlone() {
    assertRefused(backup, "has data and nothing was changed");
    assertThat(lost.books()).isEqualTo(books);
  }

  @Test
  @Order(6)
  void oldBackupsExpireAndOtherFoldersStay() throws IOException {
    Path other = Files.createDirectory(lost.backups().resolve("sunlit-20200101-000000"));
    Terminal terminal = new Terminal(lost.office(), Map.of("SUNLIT_BACKUP_KEEP_DAILY", "1"));
    assertThat(terminal.run("backup", lost.backups().toString())).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("deleted, as it is out of date: " + backup)
        .contains("keep it apart");
    assertThat(lost.all()).hasSize(2).contains(other).doesNotContain(backup);
  }

  private static void assertRefused(Path folder, String why) {
    Terminal terminal = lost.terminal();
    assertThat(terminal.run("restore", folder.toString(), "--key", lost.key().toString()))
        .isEqualTo(1);
    assertThat(terminal.err()).contains(why);
  }

  private static ObjectNode last(ObjectNode manifest) {
    ArrayNode migrations = manifest.withArray("migrations");
    return (ObjectNode) migrations.get(migrations.size() - 1);
  }

  /** A copy of the backup with another manifest. */
  private static Path copy(Consumer<ObjectNode> change) throws IOException {
    Path copy = backup.resolveSibling(".copy");
    FileSystemUtils.deleteRecursively(copy);
    FileSystemUtils.copyRecursively(backup, copy);
    Path file = copy.resolve("manifest.json");
    JsonMapper json = JsonMapper.shared();
    ObjectNode manifest = (ObjectNode) json.readTree(Files.readAllBytes(file));
    change.accept(manifest);
    Files.write(file, json.writeValueAsBytes(manifest));
    return copy;
  }
}
