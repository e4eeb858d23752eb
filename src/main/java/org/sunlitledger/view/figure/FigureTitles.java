package org.sunlitledger.view.figure;

import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.Problem;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** The titles of a year's figures, and why one has no value, in the language of the reader. */
public final class FigureTitles {
  private final Messages problems;
  private final Registers registers;
  private final Catalogue catalogue;

  public FigureTitles(boolean isChinese, Registers registers, Catalogue catalogue) {
    this.problems = isChinese ? Messages.chinese("problems") : Messages.english("problems");
    this.registers = registers;
    this.catalogue = catalogue;
  }

  public String title(Figure figure) {
    return figure.title(problems.isChinese());
  }

  /** Why a figure has no value, with titles. */
  public String problem(Problem problem) {
    return problem.text(problems, this::named);
  }

  /** The same with the names of registers and figures as the definitions have them. */
  public String problemForPrograms(Problem problem) {
    return problem.text(problems);
  }

  /** A register by its title, a figure by its id and title. */
  private String named(String name) {
    if (problems.isChinese() && registers.find(name).isPresent()) {
      return registers.find(name).map(Register::title).orElse(name);
    }
    return catalogue.find(name).map(figure -> name + " " + title(figure)).orElse(name);
  }
}
