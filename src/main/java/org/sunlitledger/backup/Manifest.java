package org.sunlitledger.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.database.file.WholeFile;
import org.sunlitledger.database.schema.OwnMigrations;
import org.sunlitledger.register.FormerRegister;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup contains: the file {@code manifest.json}.
 *
 * @param format version of this description
 * @param program the program that made the backup
 * @param takenAt the moment of which it has the data
 * @param keyMark recognises the key of the hashes, which is not in the backup
 * @param roots where the originals were
 * @param migrations those that had been applied to the database
 * @param check the result of restoring it to a scratch database; null before that
 */
public record Manifest(
    int format,
    String program,
    Instant takenAt,
    String keyMark,
    Roots roots,
    List<AppliedMigration> migrations,
    List<FormerRegister> registers,
    List<TableRows> tables,
    List<SequenceValue> sequences,
    List<CopiedFile> files,
    @Nullable CheckResult check) {
  static final int FORMAT = 1;

  private static final String NAME = "manifest.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The folders of the originals, as the database keeps paths. */
  record Roots(String archive, String inbox, String ledger) {}

  /**
   * A migration.
   *
   * @param script name of its file
   */
  record AppliedMigration(String version, String script, int checksum) {}

  /**
   * A table.
   *
   * @param rows how many there are
   */
  record TableRows(String name, List<String> columns, long rows) {}

  /** The last number that a sequence has given out. */
  record SequenceValue(String name, long last) {}

  /**
   * A file of the backup.
   *
   * @param name below the folder of the backup
   * @param path of the file that it is a copy of, below its root, as the database keeps paths
   */
  record CopiedFile(Place place, String name, String path, long bytes, String sha256) {}

  /**
   * What the check found.
   *
   * @param problems what does not agree; none in a good backup
   */
  public record CheckResult(Instant at, int closes, List<String> problems) {}

  /** The same after the check. */
  Manifest after(CheckResult result) {
    return new Manifest(
        format,
        program,
        takenAt,
        keyMark,
        roots,
        migrations,
        registers,
        tables,
        sequences,
        files,
        result);
  }

  boolean isGood() {
    return check != null && check.problems().isEmpty();
  }

  /** The result of the check, without which no backup gets its name. */
  public CheckResult checked() {
    if (check == null) {
      throw new BackupRefused("restore.damaged", NAME);
    }
    return check;
  }

  /** The version of the schema: the last migration of the program that had been applied. */
  String schema() {
    return migrations.stream()
        .map(migration -> MigrationVersion.fromVersion(migration.version()))
        .filter(version -> !OwnMigrations.isOwn(version))
        .max(Comparator.naturalOrder())
        .map(MigrationVersion::getVersion)
        .orElse("");
  }

  /** The number of rows in all tables. */
  public long rows() {
    return tables.stream().mapToLong(TableRows::rows).sum();
  }

  /** The bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(CopiedFile::bytes).sum();
  }

  /** The number of originals: files as they were handed in. */
  public int originals() {
    return Stream.of(Place.ARCHIVE, Place.INBOX, Place.WAITING, Place.LEDGER)
        .mapToInt(place -> of(place).size())
        .sum();
  }

  /** Whether the county has definitions of its own. */
  public boolean hasOwnDefinitions() {
    return !of(Place.OWN).isEmpty();
  }

  List<CopiedFile> of(Place place) {
    return files.stream().filter(file -> file.place() == place).toList();
  }

  void write(Path backup) throws IOException {
    WholeFile.write(backup.resolve(NAME), JSON.writeValueAsBytes(this), WholeFile.OWNER);
  }

  /**
   * Reads the manifest of a backup.
   *
   * @throws BackupRefused when the folder is no backup, or one that only a newer program reads
   */
  public static Manifest read(Path backup) {
    Path file = backup.resolve(NAME);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new BackupRefused("restore.no-backup", backup);
    }
    try {
      JsonNode tree = JSON.readTree(Files.readAllBytes(file));
      if (tree.path("format").asInt(0) > FORMAT) {
        throw new BackupRefused("restore.newer", tree.path("program").asString(""));
      }
      return JSON.treeToValue(tree, Manifest.class);
    } catch (JacksonException | IOException unreadable) {
      throw new BackupRefused("restore.damaged", file);
    }
  }
}
