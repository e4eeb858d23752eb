package org.sunlitledger.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.rule.Checks;
import org.sunlitledger.check.settle.Settlement;
import org.sunlitledger.close.snapshot.SnapshotFiles;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.inbox.Archive;
import org.sunlitledger.intake.inbox.Inbox;
import org.sunlitledger.intake.kinship.KinshipDecider;
import org.sunlitledger.open.OpenSettlement;
import org.sunlitledger.register.DefinitionTables;
import org.sunlitledger.report.CountyOfBooks;
import org.sunlitledger.report.Reports;
import org.sunlitledger.rollup.RollUps;
import org.sunlitledger.rollup.Subjects;

/** What the steps of the nightly job do, the intake itself aside. */
@Component
final class NightlySteps {
  private final DefinitionTables definitions;
  private final CountyOfBooks county;
  private final HiddenNames hidden;
  private final Inbox inbox;
  private final KinshipDecider relating;
  private final Checks checks;
  private final Settlement settlement;
  private final OpenSettlement openItems;
  private final RollUps rollUps;
  private final Subjects subjects;
  private final CatalogueReader catalogues;
  private final Figures figures;
  private final Reports reports;
  private final Archive archive;
  private final ClosedYears closed;
  private final SnapshotFiles snapshots;

  NightlySteps(
      DefinitionTables definitions,
      CountyOfBooks county,
      HiddenNames hidden,
      Inbox inbox,
      KinshipDecider relating,
      Checks checks,
      Settlement settlement,
      OpenSettlement openItems,
      RollUps rollUps,
      Subjects subjects,
      CatalogueReader catalogues,
      Figures figures,
      Reports reports,
      Archive archive,
      ClosedYears closed,
      SnapshotFiles snapshots) {
    this.definitions = definitions;
    this.county = county;
    this.hidden = hidden;
    this.inbox = inbox;
    this.relating = relating;
    this.checks = checks;
    this.settlement = settlement;
    this.openItems = openItems;
    this.rollUps = rollUps;
    this.subjects = subjects;
    this.catalogues = catalogues;
    this.figures = figures;
    this.reports = reports;
    this.archive = archive;
    this.closed = closed;
    this.snapshots = snapshots;
  }

  void enter(StepContribution step) throws IOException {
    definitions.refresh();
    Started started = Started.of(step);
    // what is wrong with a figure is better known now than when all lines are in
    catalogues.read(started.year());
    String adoptedBy = started.text(NightlyJob.ADOPTED_BY);
    if (!adoptedBy.isEmpty()) {
      county.adopt(started.year(), adoptedBy);
    }
    county.claim(started.year());
    inbox.scan(started.inbox(hidden).orElseThrow(), started.year(), started.at());
  }

  void check() {
    // which deliveries replace others must be known before lines are held against each other
    relating.relate();
    checks.run();
  }

  void settle() {
    settlement.settle();
    openItems.settle();
  }

  void rollUp() {
    for (int year : rollUps.years()) {
      Catalogue catalogue = catalogues.read(year);
      rollUps.make(year, catalogue.measures(), subjects, catalogue.version());
    }
  }

  /** The figures of a closed year are published and stay. */
  void figure(StepContribution step) {
    int year = Started.of(step).year();
    if (closed.freezing(year).isEmpty()) {
      figures.compute(year);
    }
  }

  /** So do its reports; only files of its snapshot that are missing are written. */
  void report(StepContribution step) throws IOException {
    Started run = Started.of(step);
    if (closed.freezing(run.year()).isEmpty()) {
      String written =
          reports.fillAll(run.year(), run.out()).stream()
              .map(FilePath::shown)
              .collect(Collectors.joining("\n"));
      step.getStepExecution()
          .getJobExecution()
          .getExecutionContext()
          .putString(NightlyJob.REPORTS, written);
    }
    snapshots.writeMissing(run.year(), run.out());
  }

  /** A folder named on the command line is only ever read. */
  void archive(StepContribution step) throws IOException {
    Path taken = Started.of(step).inbox(hidden).orElseThrow();
    boolean isOwnInbox = FilePath.kept(taken).equals(FilePath.kept(archive.inbox()));
    if (isOwnInbox) {
      archive.moveImported();
    }
  }
}
