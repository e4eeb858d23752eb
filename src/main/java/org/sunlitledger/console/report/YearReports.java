package org.sunlitledger.console.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.PublishedReports;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.report.YearReport.DraftGround;
import org.sunlitledger.console.report.YearReport.MissingFigure;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.report.Format;
import org.sunlitledger.report.OpenGround;
import org.sunlitledger.report.ReportDefinition;
import org.sunlitledger.report.Reports;

/** The reports of a year: of a closed one as published, else filled from the figures of now. */
@Component
class YearReports {
  private final Reports reports;
  private final PublishedReports published;
  private final Figures figures;
  private final OpenGround ground;

  YearReports(Reports reports, PublishedReports published, Figures figures, OpenGround ground) {
    this.reports = reports;
    this.published = published;
    this.figures = figures;
    this.ground = ground;
  }

  List<YearReport> of(int year, SignedIn person) {
    List<String> names = published.names(year);
    return names.isEmpty() ? drafts(year, person) : names.stream().map(this::published).toList();
  }

  private List<YearReport> drafts(int year, SignedIn person) {
    OpenGround.Open open = ground.counted();
    return definitions(year).stream().map(report -> report(report, year, open, person)).toList();
  }

  /** The file of a report; empty where the year has none of that name. */
  Optional<byte[]> bytes(int year, String name, Format format) {
    return published
        .find(year, Optional.of(name), format)
        .map(kept -> kept.bytes().get())
        .or(
            () ->
                definition(name)
                    .filter(report -> definitions(year).contains(report))
                    .map(report -> reports.fill(report, year, format).bytes().get()));
  }

  /** A report to look at; empty where the year has none of that name. */
  Optional<ReportPreview> preview(int year, String name, SignedIn person) {
    return published
        .page(year, name)
        .map(kept -> new ReportPreview(published(name), kept.page(), kept.knowsFigures()))
        .or(
            () ->
                definition(name)
                    .filter(report -> definitions(year).contains(report))
                    .map(report -> draft(report, year, person)));
  }

  private ReportPreview draft(ReportDefinition report, int year, SignedIn person) {
    OpenGround.Open open = ground.counted();
    return new ReportPreview(
        report(report, year, open, person), reports.marked(report, year, open).page(), true);
  }

  /** None as long as no run has computed the figures of the year: there is nothing to fill in. */
  private List<ReportDefinition> definitions(int year) {
    return figures.of(year).isEmpty() ? List.of() : reports.of(year);
  }

  private YearReport report(
      ReportDefinition report, int year, OpenGround.Open open, SignedIn person) {
    List<Reports.DraftReason> all = reports.draftReasons(report, year, open);
    List<Reports.DraftReason> seen = all.stream().filter(reason -> isSeen(reason, person)).toList();
    Map<String, DraftGround> grounds = new LinkedHashMap<>();
    for (Reports.DraftReason reason : seen) {
      if (!reason.follows()) {
        DraftGround ground =
            grounds.computeIfAbsent(
                reason.problem(),
                problem ->
                    new DraftGround(problem, reason.delivery(), reason.about(), new ArrayList<>()));
        missing(reason).ifPresent(ground.figures()::add);
      }
    }
    return new YearReport(
        report.name(),
        report.title(),
        false,
        List.copyOf(grounds.values()),
        seen.stream()
            .filter(Reports.DraftReason::follows)
            .flatMap(reason -> missing(reason).stream())
            .toList(),
        all.size() - seen.size());
  }

  private static Optional<MissingFigure> missing(Reports.DraftReason reason) {
    return reason.figure().map(id -> new MissingFigure(id, reason.about()));
  }

  private YearReport published(String name) {
    return new YearReport(name, title(name), true, List.of(), List.of(), 0);
  }

  private boolean isSeen(Reports.DraftReason reason, SignedIn person) {
    return reason.delivery().isEmpty() || person.reaches(reason.about());
  }

  private String title(String name) {
    return definition(name).map(ReportDefinition::title).orElse(name);
  }

  private Optional<ReportDefinition> definition(String name) {
    return reports.all().stream().filter(report -> report.name().equals(name)).findFirst();
  }
}
