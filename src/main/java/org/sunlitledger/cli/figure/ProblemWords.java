package org.sunlitledger.cli.figure;

import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Problem;
import org.sunlitledger.register.Registers;
import org.sunlitledger.view.ListingCell;
import org.sunlitledger.view.figure.FigureTitles;

/** Says why a figure has no value, with the titles of registers and figures. */
final class ProblemWords {
  private final FigureTitles titles;

  ProblemWords(Session session, int year) {
    this.titles = titles(session, year);
  }

  static FigureTitles titles(Session session, int year) {
    return new FigureTitles(
        session.messages().isChinese(),
        session.the(Registers.class),
        session.the(CatalogueReader.class).read(year));
  }

  /** For programs with the codes, for people with the titles. */
  ListingCell shown(Problem problem) {
    return new ListingCell(titles.problemForPrograms(problem), titles.problem(problem));
  }
}
