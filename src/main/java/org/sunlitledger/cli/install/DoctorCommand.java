package org.sunlitledger.cli.install;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LoggingSystem;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.GlobalOptions;
import org.sunlitledger.cli.shell.NeedsNoFolder;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.health.Doctor;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.upkeep.Finding;
import org.sunlitledger.upkeep.Finding.Level;
import org.sunlitledger.view.ListingCell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * Shows what works, what does not, and what to do about it. It starts no part of the program, so
 * that it also works when they do not.
 */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Examine the installation: what works, what does not, what to do.")
public final class DoctorCommand implements Callable<Integer>, NeedsNoFolder {

  @ParentCommand private GlobalOptions options = new GlobalOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final Output output = new Output();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8443",
      description = "Where the console listens; 8443 unless given.")
  private int port = 8443;

  @Override
  public Integer call() throws Exception {
    // what goes wrong is said in the list, and the log is in a folder that may not be there
    LoggingSystem.get(DoctorCommand.class.getClassLoader()).beforeInitialize();
    List<Finding> findings = Doctor.of(options.settings(), port).findings();
    print(findings);
    return count(findings, Level.BROKEN) == 0 ? DatabaseCommand.CLEAN : DatabaseCommand.FAILED;
  }

  private void print(List<Finding> findings) {
    boolean chinese = options.isChinese();
    Messages health = chinese ? Messages.chinese("health") : Messages.english("health");
    Listing listing =
        new Listing("state", "examination", "finding", "code", "expected", "remedy")
            .whole("state", "examination")
            .wrapped("finding")
            .beneath("expected", "remedy")
            .programsOnly("code");
    for (Finding finding : findings) {
      String level = finding.level().name().toLowerCase(Locale.ROOT);
      String expected = finding.expected(health);
      listing.add(
          new ListingCell(level, health.text("level." + level)),
          new ListingCell(finding.examination(), finding.title(health)),
          finding.found(health),
          finding.key(),
          new ListingCell(expected, finding.level() == Level.OK ? "" : expected),
          finding.remedy(health));
    }
    PrintWriter out = spec.commandLine().getOut();
    listing.print(
        out, chinese ? Messages.chinese("commands") : Messages.english("commands"), output.json());
    if (!output.json()) {
      out.println(
          health.text(
              "summary",
              count(findings, Level.OK),
              count(findings, Level.LOOK),
              count(findings, Level.BROKEN)));
    }
    out.flush();
  }

  private static long count(List<Finding> findings, Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }
}
