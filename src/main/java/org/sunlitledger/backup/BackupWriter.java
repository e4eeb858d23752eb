package org.sunlitledger.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.sunlitledger.backup.Manifest.TableRows;
import org.sunlitledger.close.snapshot.SnapshotContents;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.schema.ProgramVersion;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.HiddenNames;

/** Writes what a backup contains. Nights and the console may work at the same time. */
final class BackupWriter {
  private final DataSource dataSource;
  private final Originals originals;
  private final HiddenNames hidden;
  private final Definitions definitions;
  private final SnapshotContents used;
  private final DatabaseSettings folders;
  private final Clock clock;

  BackupWriter(
      DataSource dataSource,
      Originals originals,
      HiddenNames hidden,
      Definitions definitions,
      SnapshotContents used,
      DatabaseSettings folders,
      Clock clock) {
    this.dataSource = dataSource;
    this.originals = originals;
    this.hidden = hidden;
    this.definitions = definitions;
    this.used = used;
    this.folders = folders;
    this.clock = clock;
  }

  /** Writes everything into an empty folder except the manifest, which is returned. */
  Manifest write(Path backup) throws IOException, SQLException {
    CopiedFiles files = new CopiedFiles(backup);
    try (Connection session = dataSource.getConnection();
        BackupTables tables = new BackupTables(session)) {
      String keyMark = tables.keyMark();
      Instant takenAt = clock.instant();
      // first of all, as runs move these files to the archive, which is copied last
      copyInbox(files, tables.unmoved(hidden.kept(originals.inbox())));
      List<TableRows> rows = tables.copyTo(files);
      copyAll(files, Place.LEDGER, originals.ledger(), "");
      copyAll(files, Place.STORAGE, originals.storage(), "");
      copyAll(files, Place.ARCHIVE, originals.archive(), "");
      copyDefinitions(files);
      return new Manifest(
          Manifest.FORMAT,
          ProgramVersion.NAME,
          takenAt,
          keyMark,
          originals.roots(),
          tables.migrations(),
          tables.registers(),
          rows,
          tables.sequences(),
          files.all(),
          null);
    }
  }

  /**
   * Copies the inbox.
   *
   * @param begun paths of the files that runs have begun to import
   */
  private void copyInbox(CopiedFiles files, List<String> begun) throws IOException, SQLException {
    Path inbox = originals.inbox();
    Set<Path> copied = new HashSet<>();
    for (String path : begun) {
      Path file = hidden.find(path);
      files.copy(Place.INBOX, inbox, file);
      copied.add(file);
    }
    for (Path file : originals.waiting(clock.instant())) {
      if (!copied.contains(file)) {
        files.copy(Place.WAITING, inbox, file);
      }
    }
  }

  /**
   * Copies all files of a folder.
   *
   * @param part a folder in it; empty for all
   */
  private static void copyAll(CopiedFiles files, Place place, Path root, String part)
      throws IOException, SQLException {
    for (Path file : Originals.below(root.resolve(part))) {
      files.copy(place, root, file);
    }
  }

  private void copyDefinitions(CopiedFiles files) throws IOException, SQLException {
    for (String name : used.definitionFiles()) {
      byte[] bytes = definitions.bytes(name);
      files.add(
          Place.USED, FilePath.below(Path.of("/"), Path.of("/", name)), out -> out.write(bytes));
    }
    if (folders.ownDefinitions().isPresent()) {
      copyAll(files, Place.OWN, folders.ownDefinitions().get(), "jobs");
      copyAll(files, Place.OWN, folders.ownDefinitions().get(), "sql");
    }
  }
}
