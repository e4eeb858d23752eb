package org.sunlitledger.cli.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.backup.BackupRefused;
import org.sunlitledger.backup.BackupRun;
import org.sunlitledger.backup.BackupRun.BackupMade;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.intake.file.KeyPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Backs up the database, the originals and the definitions, and checks the backup. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Back up the database, the originals and the definitions, and check the backup.")
public final class BackupCommand extends DatabaseCommand {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "${env:SUNLIT_BACKUP_FOLDER:-}",
      description =
          "Folder for backups; each gets a folder of its own there. SUNLIT_BACKUP_FOLDER by default.")
  private Path folder = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Also write the key of the hashes, to be kept apart from the backups.")
  private @Nullable Path key;

  @Override
  protected void verify() {
    if (folder.toString().isEmpty()) {
      throw misuse("backup.no-folder");
    }
    if (key != null && absolute(key).startsWith(absolute(folder))) {
      throw misuse("backup.key-inside", key, folder);
    }
  }

  @Override
  protected int run(Session session) throws Exception {
    try {
      BackupMade made =
          session.the(BackupRun.class).run(folder, new ScratchCheck(options(), session));
      new BackupScreen(session, this).show(made);
      writeKey(session);
      return made.manifest().checked().problems().isEmpty() ? CLEAN : REFUSED;
    } catch (BackupRefused refused) {
      err().println("sunlit: " + refused.text(session.messages()));
      return FAILED;
    }
  }

  private void writeKey(Session session) throws Exception {
    if (key == null) {
      say(session, "backup.key-apart");
    } else {
      KeyPlace place =
          KeyPlace.of(session.the(IntakeSettings.class), session.the(DatabaseSettings.class));
      String secret = place.find().orElseThrow();
      OwnerOnly.write(key, secret);
      place.recordCopy(secret);
      say(session, "backup.key-written", key);
    }
  }

  private void say(Session session, String message, Object... arguments) {
    out().println(session.messages().text(message, arguments));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
