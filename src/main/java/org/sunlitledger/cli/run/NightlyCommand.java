package org.sunlitledger.cli.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.notice.RunNotices;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.cli.shell.YearNumber;
import org.sunlitledger.job.Nightly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Imports what is new, checks it, rolls it up and fills the draft reports. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = "Import what is new, check, roll up, fill the draft reports.")
public final class NightlyCommand extends DatabaseCommand {

  @Option(
      names = "--year",
      converter = YearNumber.class,
      description = "Year of the report; the current year by default.")
  private @Nullable Integer year;

  @Option(
      names = "--inbox",
      paramLabel = "DIR",
      description = "Folder to read; its files stay in place. The configured inbox by default.")
  private @Nullable Path inbox;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "${env:SUNLIT_OUT:-out}",
      description = "For reports; SUNLIT_OUT, or out, by default.")
  private Path out = Path.of("out");

  @Option(
      names = "--adopt",
      description = "Assign these books, on the record, to the county of the definitions.")
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
  protected void notOpened(RuntimeException problem) {
    RunNotices.sendNotOpened(problem, options().isChinese(), this);
  }

  @Override
  protected int run(Session session) throws Exception {
    int reportYear = year == null ? LocalDate.now(session.the(Clock.class)).getYear() : year;
    return new RunSummary(session, this)
        .run(
            () ->
                session
                    .the(Nightly.class)
                    .run(
                        reportYear,
                        Optional.ofNullable(inbox),
                        out,
                        Optional.of(by.strip()).filter(name -> adopt)));
  }
}
