package org.sunlitledger.console.home;

import java.util.List;
import org.sunlitledger.close.YearState.YearNumbers;
import org.sunlitledger.close.ready.Reconciliations.ReconciliationState;

/**
 * The one thing to do next in a year, which is the first thing that keeps it from being closed.
 *
 * @param count how many of them
 */
public record NextStep(Kind kind, long count) {

  /** What there is to do, in this order. */
  public enum Kind {
    UPLOAD,
    RUN,
    COMPUTE,
    CORRECT,
    APPROVE,
    FIGURES,
    RECONCILE,
    RESOLVE,
    APPROVE_RESOLVED,
    CLOSE,
    LATE,
    NOTHING
  }

  static NextStep of(
      YearNumbers state, long open, long unapproved, ReconciliationState reconciliation) {
    if (state.closed()) {
      return state.held() > 0
          ? new NextStep(Kind.LATE, state.held())
          : new NextStep(Kind.NOTHING, 0);
    }
    List<NextStep> inTheWay =
        List.of(
            new NextStep(Kind.UPLOAD, state.deliveries() + open == 0 ? 1 : 0),
            new NextStep(Kind.RUN, state.unfinished()),
            new NextStep(Kind.COMPUTE, state.deliveries() > 0 && state.figures() == 0 ? 1 : 0),
            new NextStep(Kind.CORRECT, open),
            new NextStep(Kind.APPROVE, unapproved),
            new NextStep(Kind.FIGURES, state.missing()),
            new NextStep(Kind.RECONCILE, reconciliation == ReconciliationState.CURRENT ? 0 : 1),
            new NextStep(Kind.RESOLVE, state.undecided()),
            new NextStep(Kind.APPROVE_RESOLVED, state.unapproved()));
    return inTheWay.stream()
        .filter(step -> step.count() > 0)
        .findFirst()
        .orElse(new NextStep(Kind.CLOSE, 0));
  }
}
