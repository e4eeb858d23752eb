package org.sunlitledger.cli.close;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.ListedNumber;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.cli.shell.YearNumber;
import org.sunlitledger.close.verify.Verification;
import org.sunlitledger.close.verify.Verification.Verdict;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.job.ClosedYearRuns;
import org.sunlitledger.quantity.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes every digest of a closed year's snapshots again. */
@Command(
    name = "verify-snapshot",
    mixinStandardHelpOptions = true,
    description = "Compute every digest of a closed year's snapshots again.")
public final class VerifySnapshotCommand extends DatabaseCommand {

  @Parameters(
      paramLabel = "YEAR",
      converter = YearNumber.class,
      description = "Year of the report.")
  private int year;

  @Option(
      names = "--number",
      paramLabel = "N",
      converter = ListedNumber.class,
      description = "Of one close; of all by default.")
  private @Nullable Long number;

  @Option(
      names = "--digest",
      paramLabel = "SHA256",
      description = "The SHA-256 on the printed page, of that close or else of any.")
  private @Nullable String digest;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "${env:SUNLIT_OUT:-out}",
      description = "Where the files are; SUNLIT_OUT, or out, by default.")
  private Path out = Path.of("out");

  @Option(names = "--record", description = "Keep the result, as a recorded run, for the console.")
  private boolean record;

  @Mixin private final Output output = new Output();

  @Override
  protected int run(Session session) throws Exception {
    CloseScreen screen = new CloseScreen(session, this);
    try {
      return show(session, screen.sentences(), verdicts(session));
    } catch (RunLock.RunLockHeld busy) {
      return screen.show(busy);
    }
  }

  private List<Verdict> verdicts(Session session) throws Exception {
    Optional<Integer> one = Optional.ofNullable(number).map(Math::toIntExact);
    Optional<String> paper =
        Optional.ofNullable(digest).map(typed -> typed.replaceAll("[\\s\\p{Z}]", ""));
    return record
        ? session.the(ClosedYearRuns.class).verify(year, one, paper, out)
        : session.the(Verification.class).verify(year, one, paper, out);
  }

  private int show(Session session, Messages sentences, List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      err().println("sunlit: " + sentences.text("verify.none", year));
      return USAGE;
    }
    if (output.json()) {
      list(verdicts).print(out(), session.messages(), true);
    } else {
      verdicts.forEach(verdict -> show(sentences, verdict));
      new StorageScreen(session, sentences).show(year, out());
    }
    return verdicts.stream().allMatch(Verdict::agrees) ? CLEAN : REFUSED;
  }

  private void show(Messages sentences, Verdict verdict) {
    out()
        .println(
            sentences.text(
                verdict.agrees() ? "verify.agrees" : "verify.disagrees",
                verdict.year(),
                verdict.number(),
                verdict.parts()));
    out().println("  " + sentences.text("verify.digest", verdict.sha256()));
    out().println("  " + sentences.text("verify.files", verdict.files()));
    if (!verdict.live()) {
      out().println("  " + sentences.text("verify.reopened"));
    }
    verdict
        .disagreements()
        .forEach(
            fault -> out().println("  " + sentences.text("verify." + fault.fault(), fault.name())));
  }

  private static Listing list(List<Verdict> verdicts) {
    Listing listing =
        new Listing("year", "number", "sha256", "parts", "live", "files", "disagreements");
    for (Verdict verdict : verdicts) {
      listing.add(
          verdict.year(),
          verdict.number(),
          verdict.sha256(),
          verdict.parts(),
          verdict.live(),
          verdict.files().toString(),
          String.join(
              "; ",
              verdict.disagreements().stream()
                  .map(fault -> fault.fault() + " " + fault.name())
                  .toList()));
    }
    return listing;
  }
}
