package org.sunlitledger.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.check.Findings;
import org.sunlitledger.check.RefusedLines;
import org.sunlitledger.quantity.Messages;
import org.sunlitledger.quantity.Moment;
import org.sunlitledger.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what was refused, and why, so that staff can mend it. */
@Command(
    name = "rejects",
    mixinStandardHelpOptions = true,
    description = "List what was refused or warned of, and how to mend it.")
final class RejectsCommand extends DatabaseCommand {

  @Option(names = "--year", description = "Of one year only.")
  private @Nullable Integer year;

  @Option(names = "--delivery", paramLabel = "ID", description = "Of one delivery only.")
  private @Nullable Long delivery;

  @Option(
      names = "--out",
      paramLabel = "FILE.xlsx|FILE.csv",
      description = "Write a file for Excel.")
  private @Nullable Path file;

  @Mixin private final Output output = new Output();

  @Override
  int run(Session session) throws IOException {
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
    List<Findings.Told> findings =
        session
            .the(Findings.class)
            .list(
                Optional.ofNullable(year),
                Optional.ofNullable(delivery),
                session.messages().isChinese());
    if (file != null && file.toString().endsWith(".xlsx")) {
      var sheets =
          session
              .the(RefusedLines.class)
              .sheets(Optional.ofNullable(year), Optional.ofNullable(delivery));
      Reports.write(file, new RejectsWorkbook(session.messages()).of(sheets, findings));
      out().println(session.messages().text("rejects.written", findings.size(), file));
      return CLEAN;
    }
    for (Findings.Told told : findings) {
      listing.add(
          told.delivery(),
          told.file(),
          told.line() == 0 ? "" : told.line(),
          told.column(),
          told.found(),
          told.expected(),
          told.rule(),
          told.severity(),
          yesOrNo(session.messages(), told.waiting()),
          told.message(),
          told.open().map(String::valueOf).orElse(""),
          told.setAside().map(decision -> setAside(session, decision)).orElse(""));
    }
    if (file == null) {
      listing.print(out(), session.messages(), output.json());
      return CLEAN;
    }
    // Excel takes a CSV file for UTF-8 only when it begins with the mark
    StringWriter csv = new StringWriter().append('\ufeff');
    listing.printCsv(csv, session.messages());
    Reports.write(file, csv.toString().getBytes(StandardCharsets.UTF_8));
    out().println(session.messages().text("rejects.written", listing.size(), file));
    return CLEAN;
  }

  private static String setAside(Session session, Findings.Decision decision) {
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
