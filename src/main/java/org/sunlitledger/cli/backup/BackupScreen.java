package org.sunlitledger.cli.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sunlitledger.backup.BackupRun.BackupMade;
import org.sunlitledger.backup.Manifest;
import org.sunlitledger.backup.Manifest.CheckResult;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.upkeep.FreeSpace;

/** Shows a backup that was made, and what its check found. */
record BackupScreen(Session session, DatabaseCommand command) {

  void show(BackupMade made) throws IOException {
    Manifest manifest = made.manifest();
    CheckResult check = manifest.checked();
    say(
        "backup.done",
        made.folder(),
        manifest.tables().size(),
        manifest.rows(),
        manifest.originals(),
        manifest.bytes());
    if (check.problems().isEmpty()) {
      say("backup.checked", check.closes());
    } else {
      warn("backup.problems");
      check.problems().forEach(problem -> command.err().println("  " + problem));
    }
    made.expired().forEach(expired -> say("backup.expired", expired));
    if (FreeSpace.of(List.of(data(), made.folder())).size() == 1) {
      warn("backup.same-disk", data());
    }
  }

  void say(String message, Object... arguments) {
    command.out().println(session.messages().text(message, arguments));
  }

  void warn(String message, Object... arguments) {
    command.err().println("sunlit: " + session.messages().text(message, arguments));
  }

  private Path data() {
    return session.the(DatabaseSettings.class).folder();
  }
}
