package org.sunlitledger.cli.delivery;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.check.finding.RefusedLines;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.FileEnding;
import org.sunlitledger.cli.shell.ListedNumber;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.cli.shell.YearNumber;
import org.sunlitledger.database.file.LineFiles;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.view.RejectsWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what was rejected and why, so that staff can correct it. */
@Command(
    name = "rejects",
    mixinStandardHelpOptions = true,
    description = "List what was rejected or warned of, and how to correct it.")
public final class RejectsCommand extends DatabaseCommand {
  private static final List<String> ENDINGS = List.of("xlsx", "csv");

  @Option(names = "--year", converter = YearNumber.class, description = "Only of this year.")
  private @Nullable Integer year;

  @Option(
      names = "--delivery",
      paramLabel = "ID",
      converter = ListedNumber.class,
      description = "Only of this delivery.")
  private @Nullable Long delivery;

  @Option(
      names = "--out",
      paramLabel = "FILE.xlsx|FILE.csv",
      description = "Write a file for Excel.")
  private @Nullable Path file;

  @Mixin private final Output output = new Output();

  @Override
  protected void verify() {
    if (file != null && FileEnding.of(file, ENDINGS).isEmpty()) {
      throw misuse("out.ending", file, "FILE.xlsx, FILE.csv");
    }
    if (file != null && output.json()) {
      throw misuse("options.either", "--out", "--json");
    }
  }

  @Override
  protected int run(Session session) throws IOException {
    Listing listing =
        new Listing(
            "delivery",
            "file",
            "line",
            "column",
            "found",
            "expected",
            "rule",
            "severity",
            "waiting",
            "message",
            "open",
            "set_aside");
    List<Findings.FindingText> findings =
        session
            .the(Findings.class)
            .list(
                Optional.ofNullable(year),
                Optional.ofNullable(delivery),
                session.messages().isChinese());
    if (file != null && FileEnding.of(file, ENDINGS).equals(Optional.of("xlsx"))) {
      var sheets =
          session
              .the(RefusedLines.class)
              .sheets(Optional.ofNullable(year), Optional.ofNullable(delivery));
      session
          .the(LineFiles.class)
          .write(
              file,
              new RejectsWorkbook(session.messages(), session.words()).bytes(sheets, findings));
      out().println(session.messages().text("rejects.written", findings.size(), file));
      return CLEAN;
    }
    if (file == null && !output.json()) {
      new RejectsText(session.messages(), out(), decision -> setAside(session, decision))
          .print(findings);
      return CLEAN;
    }
    for (Findings.FindingText finding : findings) {
      listing.add(
          finding.delivery(),
          finding.file(),
          finding.line() == 0 ? "" : finding.line(),
          finding.column(),
          finding.found(),
          finding.expected(),
          finding.rule(),
          finding.severity(),
          yesOrNo(session.messages(), finding.waiting()),
          finding.message(),
          finding.open().map(String::valueOf).orElse(""),
          finding.setAside().map(decision -> setAside(session, decision)).orElse(""));
    }
    if (file == null) {
      listing.print(out(), session.messages(), true);
      return CLEAN;
    }
    // Excel takes a CSV file for UTF-8 only when it begins with the mark
    StringWriter csv = new StringWriter().append('\ufeff');
    listing.printCsv(csv, session.messages());
    session.the(LineFiles.class).write(file, csv.toString().getBytes(StandardCharsets.UTF_8));
    out().println(session.messages().text("rejects.written", listing.size(), file));
    return CLEAN;
  }

  private static String setAside(Session session, Findings.SetAsideDecision decision) {
    return session
        .messages()
        .text(
            decision.approvedBy().isPresent() ? "set-aside.approved" : "set-aside",
            decision.by(),
            Moment.in(session.the(Clock.class).getZone(), decision.at()),
            decision.why(),
            decision.approvedBy().orElse(""));
  }

  /** For people in their language; for programs as JSON has it. */
  private String yesOrNo(Messages messages, boolean yes) {
    return output.json() ? String.valueOf(yes) : messages.text(yes ? "rejects.yes" : "rejects.no");
  }
}
