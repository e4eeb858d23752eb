package org.sunlitledger.cli.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.cli.shell.YearNumber;
import org.sunlitledger.job.Nightly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes in what is new, checks it, rolls it up and fills the draft reports. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = "Take in what is new, check, roll up, fill the draft reports.")
public final class NightlyCommand extends DatabaseCommand {

  @Option(
      names = "--year",
      converter = YearNumber.class,
      description = "Year of the report; the current one unless given.")
  private @Nullable Integer year;

  @Option(
      names = "--inbox",
      paramLabel = "DIR",
      description = "Folder to read; files stay in it. The configured inbox unless given.")
  private @Nullable Path inbox;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "For reports.")
  private Path out = Path.of("out");

  @Option(
      names = "--adopt",
      description = "Make these the books of the county that the definitions name, on the record.")
  private boolean adopt;

  @Option(names = "--by", paramLabel = "NAME", description = "Who adopts them.")
  private String by = "";

  @Override
  protected boolean adoptsDefinitions() {
    return adopt;
  }

  @Override
  protected void verify() {
    if (inbox != null && !Files.isDirectory(inbox)) {
      throw misuse("nightly.no-inbox", inbox);
    }
    if (adopt == by.isBlank()) {
      throw misuse("nightly.adopt");
    }
  }

  @Override
  protected int run(Session session) throws Exception {
    int ofReport = year == null ? LocalDate.now(session.the(Clock.class)).getYear() : year;
    return new RunSummary(session, this)
        .of(
            () ->
                session
                    .the(Nightly.class)
                    .run(
                        ofReport,
                        Optional.ofNullable(inbox),
                        out,
                        Optional.of(by.strip()).filter(name -> adopt)));
  }
}
