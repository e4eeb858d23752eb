package org.sunlitledger.cli.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.backup.BackupRefused;
import org.sunlitledger.backup.Backups;
import org.sunlitledger.backup.DatabaseRestore;
import org.sunlitledger.backup.Manifest;
import org.sunlitledger.backup.Manifest.CheckResult;
import org.sunlitledger.backup.RestoredBooks;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.GlobalOptions;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Restores a backup into an empty database, and verifies it. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Restore a backup into an empty database, and verify it.")
public final class RestoreCommand implements Callable<Integer> {

  @ParentCommand private GlobalOptions options = new GlobalOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The folder of one backup.")
  private Path folder = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "A file with the key of the hashes, if the key is not in its place.")
  private @Nullable Path key;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "${env:SUNLIT_OUT:-out}",
      description = "For the files of closed years; SUNLIT_OUT, or out, by default.")
  private Path out = Path.of("out");

  @Override
  public Integer call() throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("sunlit.restore.from", folder.toAbsolutePath().toString());
    Optional.ofNullable(key)
        .ifPresent(file -> settings.put("sunlit.restore.key", file.toAbsolutePath().toString()));
    try {
      Manifest manifest = Manifest.read(folder);
      manifest.checked();
      try (Session session = Session.open(options, settings)) {
        new Backups(session.the(JdbcClient.class))
            .add(folder.toAbsolutePath().normalize(), manifest);
        return show(session, manifest);
      }
    } catch (RuntimeException problem) {
      BackupRefused refused = BackupRefused.in(problem).orElseThrow(() -> problem);
      spec.commandLine().getErr().println("sunlit: " + refused.text(messages()));
      return DatabaseCommand.FAILED;
    }
  }

  private int show(Session session, Manifest manifest) throws Exception {
    CheckResult check = session.the(RestoredBooks.class).verify(out);
    String moment =
        Moment.in(session.the(Clock.class).getZone(), manifest.takenAt().atOffset(ZoneOffset.UTC));
    say("restore.done", moment, manifest.tables().size(), manifest.rows(), manifest.originals());
    session
        .the(DatabaseRestore.class)
        .aside()
        .ifPresent(aside -> say("restore.aside", aside.files(), aside.folder()));
    say("restore.next", moment);
    if (check.problems().isEmpty()) {
      say("restore.verified", check.closes());
      return DatabaseCommand.CLEAN;
    }
    spec.commandLine().getErr().println("sunlit: " + messages().text("restore.problems"));
    check.problems().forEach(problem -> spec.commandLine().getErr().println("  " + problem));
    return DatabaseCommand.REFUSED;
  }

  private void say(String message, Object... arguments) {
    spec.commandLine().getOut().println(messages().text(message, arguments));
  }

  private Messages messages() {
    return options.isChinese() ? Messages.chinese("commands") : Messages.english("commands");
  }
}
