package org.sunlitledger.cli.backup;

import java.nio.file.Path;
import java.util.Map;
import org.sunlitledger.backup.BackupRefused;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.RunLock.RunLockHeld;
import org.sunlitledger.database.schema.ProgramVersion;
import org.sunlitledger.database.schema.SchemaState;
import org.sunlitledger.database.schema.SchemaVersions;
import org.sunlitledger.upgrade.UpgradeRun;
import org.sunlitledger.upgrade.UpgradeRun.UpgradeResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings the database to this version of the program. */
@Command(
    name = "upgrade",
    mixinStandardHelpOptions = true,
    description = "Bring the database to this version of the program, after a backup.")
public final class UpgradeCommand extends DatabaseCommand {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "${env:SUNLIT_BACKUP_FOLDER:-}",
      description = "Folder for the backup that is made first. SUNLIT_BACKUP_FOLDER by default.")
  private Path folder = Path.of("");

  @Override
  protected Map<String, String> settings() {
    return Map.of("sunlit.leaves-older-schema", "true", "sunlit.process", UpgradeRun.NAME);
  }

  @Override
  protected int run(Session session) throws Exception {
    BackupScreen screen = new BackupScreen(session, this);
    UpgradeRun upgrade = session.the(UpgradeRun.class);
    SchemaVersions versions = upgrade.versions();
    if (versions.state() != SchemaState.BEHIND) {
      screen.say("upgrade.current", versions.found(), ProgramVersion.NAME);
      return CLEAN;
    }
    screen.say("upgrade.versions", versions.found(), ProgramVersion.NAME, versions.known());
    if (folder.toString().isEmpty()) {
      throw misuse("backup.no-folder");
    }
    try {
      UpgradeResult result =
          upgrade.run(
              versions,
              folder,
              new ScratchCheck(options(), session),
              () -> screen.say("upgrade.begins"));
      screen.show(result.backup());
      if (!result.isDone()) {
        screen.warn("upgrade.not-safe", versions.found());
        return FAILED;
      }
      screen.say("upgrade.done", versions.found(), versions.known());
      screen.say(
          "upgrade.back",
          result.backup().folder(),
          session.the(DatabaseSettings.class).folder().resolve("postgres"));
      return CLEAN;
    } catch (RunLockHeld busy) {
      return show(session, busy);
    } catch (BackupRefused refused) {
      err().println("sunlit: " + refused.text(session.messages()));
      return FAILED;
    }
  }
}
