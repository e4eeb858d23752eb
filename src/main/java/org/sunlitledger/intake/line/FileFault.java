package org.sunlitledger.intake.line;

/** The reason why a whole file cannot be imported. */
public final class FileFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ShapeFinding finding;
  private final int line;

  public FileFault(ShapeRule rule, String found, String expected) {
    this(new ShapeFinding(rule, "", found, expected), 0);
  }

  /**
   * @param line the line with the fault; 0 if it concerns the file as a whole
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
