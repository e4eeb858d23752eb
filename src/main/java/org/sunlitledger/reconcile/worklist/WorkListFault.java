package org.sunlitledger.reconcile.worklist;

/** Why nothing of a file could be taken as a work list; nothing has changed. */
public final class WorkListFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final WorkListProblem problem;
  private final String detail;

  /** What can be wrong with a whole file. */
  public enum WorkListProblem {
    /** No workbook that can be read; the detail is the id of the rule that it breaks. */
    UNREADABLE,
    /** No sheet has the columns. */
    NO_HEADER,
    /** The detail is how many rows there may be. */
    TOO_MANY
  }

  WorkListFault(WorkListProblem problem, String detail) {
    super(problem + " " + detail);
    this.problem = problem;
    this.detail = detail;
  }

  public WorkListProblem problem() {
    return problem;
  }

  public String detail() {
    return detail;
  }
}
