package org.sunlitledger.cli.figure;

import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.Problem;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.view.ListingCell;

/** Says why a figure has no value, with the titles of registers and figures. */
final class ProblemWords {
  private final Messages problems;
  private final Registers registers;
  private final Catalogue catalogue;

  ProblemWords(Session session, int year) {
    this.problems =
        session.messages().isChinese()
            ? Messages.chinese("problems")
            : Messages.english("problems");
    this.registers = session.the(Registers.class);
    this.catalogue = session.the(CatalogueReader.class).read(year);
  }

  /** For programs with the codes, for people with the titles. */
  ListingCell shown(Problem problem) {
    return new ListingCell(problem.text(problems), problem.text(problems, this::title));
  }

  /** A register by its title, a figure by its id and title. */
  private String title(String name) {
    if (problems.isChinese() && registers.find(name).isPresent()) {
      return registers.find(name).map(Register::title).orElse(name);
    }
    return catalogue.find(name).map(figure -> name + " " + title(figure)).orElse(name);
  }

  private String title(Figure figure) {
    return problems.isChinese() ? figure.title() : figure.titleEn();
  }
}
