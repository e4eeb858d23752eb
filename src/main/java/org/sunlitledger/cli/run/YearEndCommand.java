package org.sunlitledger.cli.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.job.YearEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds a year's records against the treasury's ledger, and closes the year. */
@Command(
    name = "year-end",
    mixinStandardHelpOptions = true,
    description = "Reconcile with the treasury's ledger; close the year.")
public final class YearEndCommand extends DatabaseCommand {

  @Mixin private final ReportYear year = new ReportYear();

  @Option(
      names = "--ledger",
      arity = "1..*",
      paramLabel = "FILE",
      description = "The whole ledger of the year; the one handed in last by default.")
  private List<Path> ledger = new ArrayList<>();

  @Option(names = "--close", description = "Close the year if nothing is open.")
  private boolean close;

  @Option(names = "--by", paramLabel = "NAME", description = "Who closes the year.")
  private String by = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "${env:SUNLIT_OUT:-out}",
      description = "For files; SUNLIT_OUT, or out, by default.")
  private Path out = Path.of("out");

  @Override
  protected void verify() {
    for (Path file : ledger) {
      if (!Files.isRegularFile(file)) {
        throw misuse("year-end.no-file", file);
      }
    }
    if (close && by.isBlank()) {
      throw misuse("close.blank");
    }
    if (!close && !by.isEmpty()) {
      throw misuse("options.with", "--by", "--close");
    }
  }

  @Override
  protected int run(Session session) throws Exception {
    Optional<String> closeBy = Optional.of(by.strip()).filter(name -> close);
    return new YearEndScreen(session, this)
        .run(() -> session.the(YearEnd.class).run(year.value(), ledger, closeBy, out));
  }
}
