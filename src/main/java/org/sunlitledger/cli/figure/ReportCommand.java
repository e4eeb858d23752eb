package org.sunlitledger.cli.figure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.FileEnding;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.close.snapshot.PublishedReports;
import org.sunlitledger.database.file.WholeFile;
import org.sunlitledger.report.Format;
import org.sunlitledger.report.ReportDefinition;
import org.sunlitledger.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills one report again from the figures of the last run; of a closed year, as published. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Fill a report from the figures of the last run.")
public final class ReportCommand extends DatabaseCommand {

  @Mixin private final ReportYear year = new ReportYear();

  @Option(names = "--report", paramLabel = "NAME", description = "The one of the year by default.")
  private @Nullable String name;

  @Option(
      names = "--format",
      paramLabel = "docx|html|txt",
      description = "That of the file's ending unless given.",
      converter = FormatName.class)
  private @Nullable Format asked;

  private Format format = Format.DOCX;

  @Option(names = "--out", paramLabel = "FILE", description = "out/YEAR/NAME.FORMAT by default.")
  private @Nullable Path file;

  @Override
  protected void verify() {
    List<String> endings = Arrays.stream(Format.values()).map(Format::ending).toList();
    Optional<String> ending = Optional.ofNullable(file).flatMap(f -> FileEnding.of(f, endings));
    if (file != null && ending.isEmpty()) {
      throw misuse("out.ending", file, "FILE.docx, FILE.html, FILE.txt");
    }
    if (file != null
        && asked != null
        && ending.isPresent()
        && !asked.ending().equals(ending.get())) {
      throw misuse("out.format", file, asked.ending());
    }
    format =
        Optional.ofNullable(asked)
            .or(() -> ending.map(name -> Format.valueOf(name.toUpperCase(Locale.ROOT))))
            .orElse(Format.DOCX);
  }

  @Override
  protected int run(Session session) throws Exception {
    Optional<PublishedReports.Published> published =
        session.the(PublishedReports.class).find(year.value(), Optional.ofNullable(name), format);
    if (published.isPresent()) {
      write(published.get().name(), published.get().bytes());
      return CLEAN;
    }
    Reports reports = session.the(Reports.class);
    List<ReportDefinition> there = name == null ? reports.of(year.value()) : reports.all();
    Optional<ReportDefinition> wanted =
        there.stream().filter(report -> name == null || report.name().equals(name)).findFirst();
    if (wanted.isEmpty()) {
      err()
          .println(
              "sunlit: "
                  + session
                      .messages()
                      .text(
                          "report.none",
                          String.valueOf(name),
                          reports.all().stream().map(ReportDefinition::name).toList()));
      return USAGE;
    }
    Reports.Filled filled = reports.fill(wanted.get(), year.value(), format);
    write(wanted.get().name(), filled.bytes());
    filled.draftReasons().forEach(reason -> err().println(reason));
    return CLEAN;
  }

  private void write(String report, Reports.Bytes bytes) throws IOException {
    Path target =
        Optional.ofNullable(file)
            .orElse(
                Path.of(
                    Optional.ofNullable(System.getenv("SUNLIT_OUT")).orElse("out"),
                    String.valueOf(year.value()),
                    report + "." + format.ending()));
    WholeFile.write(target, bytes.get(), WholeFile.EVERYBODY);
    out().println(target);
  }
}
