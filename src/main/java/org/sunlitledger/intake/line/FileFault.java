package org.sunlitledger.intake.line;

/** Why a file cannot be taken in as a whole. */
public final class FileFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ShapeFinding finding;
  private final int line;

  public FileFault(ShapeRule rule, String found, String expected) {
    this(new ShapeFinding(rule, "", found, expected), 0);
  }

  /**
   * @param line where it shows, 0 when it is about the file alone
   */
  public FileFault(ShapeFinding finding, int line) {
    super(finding.rule().id() + ": " + finding.found());
    this.finding = finding;
    this.line = line;
  }

  public ShapeFinding finding() {
    return finding;
  }

  public int line() {
    return line;
  }
}
