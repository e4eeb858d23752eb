package org.sunlitledger.job;

import java.util.List;
import java.util.Optional;
import org.sunlitledger.database.ClosedYears;

/**
 * What a run came to.
 *
 * @param run its number, by which it is listed and restarted
 * @param failures why it failed; empty when it was done
 * @param amount fen accepted
 * @param reports paths of the files written; none for a closed year
 * @param closed the close by which the run's year is frozen, if it is
 * @param held deliveries of this run that came for a closed year
 * @param heldInAll the same of all runs
 */
public record Outcome(
    long run,
    List<String> failures,
    int deliveries,
    int refusedFiles,
    int known,
    List<String> unfinished,
    long read,
    long accepted,
    long refused,
    long waiting,
    long amount,
    int figures,
    int figuresMissing,
    List<String> reports,
    Optional<ClosedYears.Close> closed,
    int held,
    int heldInAll) {

  public boolean isDone() {
    return failures.isEmpty();
  }

  /** Done, and nothing was refused. */
  public boolean isClean() {
    return isDone() && refused == 0 && refusedFiles == 0;
  }
}
