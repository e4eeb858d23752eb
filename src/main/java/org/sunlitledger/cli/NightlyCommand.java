package org.sunlitledger.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.job.Nightly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes in what is new, checks it, rolls it up and fills the draft reports. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = "Take in what is new, check, roll up, fill the draft reports.")
final class NightlyCommand extends DatabaseCommand {

  @Option(names = "--year", description = "Year of the report; the current one unless given.")
  private int year;

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
  boolean adoptsDefinitions() {
    return adopt;
  }

  @Override
  int run(Session session) throws Exception {
    if (inbox != null && !Files.isDirectory(inbox)) {
      err().println("sunlit: " + session.messages().text("nightly.no-inbox", inbox));
      return USAGE;
    }
    if (adopt == by.isBlank()) {
      err().println("sunlit: " + session.messages().text("nightly.adopt"));
      return USAGE;
    }
    Optional<String> adoptedBy = Optional.of(by.strip()).filter(name -> adopt);
    if (year == 0) {
      year = LocalDate.now(session.the(Clock.class)).getYear();
    }
    return new RunSummary(session, this)
        .of(() -> session.the(Nightly.class).run(year, Optional.ofNullable(inbox), out, adoptedBy));
  }
}
