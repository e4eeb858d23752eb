package org.sunlitledger.intake.delivery;

import java.util.ArrayList;
import java.util.List;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.Supplement;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * The lines of a supplement that withdraw a rejected line instead of correcting it, for example a
 * line that was delivered twice. They do not become records.
 */
final class Withdrawals {
  private int action;
  private int original;
  private final List<Withdrawn> lines = new ArrayList<>();

  /** A line of a supplement, and the line of the supplemented delivery that it withdraws. */
  record Withdrawn(int line, int original) {}

  Withdrawals(HeaderFinder.FoundHeader header) {
    this.action = header.supplements().isPresent() ? header.action() : -1;
    this.original = header.originalLine();
  }

  /** Sets the header above the following lines. */
  void setHeader(HeaderFinder.FoundHeader header) {
    action = header.supplements().isPresent() ? header.action() : -1;
    original = header.originalLine();
  }

  /**
   * Whether a line withdraws another one.
   *
   * @throws FileFault when it has an unknown action, or does not name a line
   */
  boolean take(SourceLine line) throws FileFault {
    if (action < 0 || action >= line.cells().size()) {
      return false;
    }
    String asked = Glyphs.strip(line.cells().get(action));
    if (asked.isEmpty()) {
      return false;
    }
    int withdrawn = Supplement.originalLine(line.cells(), original);
    if (!Supplement.isWithdrawal(asked) || withdrawn == 0) {
      throw fault(line.number(), asked);
    }
    lines.add(new Withdrawn(line.number(), withdrawn));
    return true;
  }

  List<Withdrawn> lines() {
    return List.copyOf(lines);
  }

  static FileFault fault(int line, String found) {
    return new FileFault(
        new ShapeFinding(
            ShapeRule.SUPPLEMENT_ACTION,
            Supplement.ACTION.get(0),
            PersonalText.cell(found),
            Supplement.WITHDRAW),
        line);
  }
}
