package org.sunlitledger.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.intake.inbox.InboxAccount;
import org.sunlitledger.intake.inbox.InboxAccount.Import;
import org.sunlitledger.intake.inbox.InboxAccount.ReportedEntry;
import org.sunlitledger.open.OpenItem;
import org.sunlitledger.open.OpenItems;

/**
 * The result of a run. A night's counts cover everything that no run has reported yet: what an
 * earlier run did before it was killed is reported by the first one that completes.
 *
 * @param run its number, by which it is listed and restarted
 * @param failures why it failed; empty when it was done
 * @param inbox the folder that was read; none for a year-end
 * @param entries every entry of the inbox; none for a year-end
 * @param amount fen accepted
 * @param reports paths of the files written; none for a closed year
 * @param closed the close by which the run's year is frozen, if it is
 * @param held unreported deliveries that came for a closed year
 * @param heldInAll the same of all runs
 * @param open what is open and not set aside, of all years
 * @param setAside what was set aside and is not corrected, of all years
 * @param lastDelivery number of the last delivery that the counts cover
 */
public record Outcome(
    long run,
    List<String> failures,
    Optional<Path> inbox,
    List<InboxAccount.ReportedEntry> entries,
    int deliveries,
    int refusedFiles,
    long read,
    long accepted,
    long refused,
    long waiting,
    long amount,
    int figures,
    int figuresMissing,
    List<String> reports,
    Optional<ClosedYears.FreezingClose> closed,
    int held,
    int heldInAll,
    List<OpenItems.OpenGroup> open,
    List<OpenItem> setAside,
    long lastDelivery) {

  public boolean isDone() {
    return failures.isEmpty();
  }

  /** Done, nothing is open, and nothing was left for the next run. */
  public boolean isClean() {
    return isDone() && open.isEmpty() && unfinished().isEmpty();
  }

  /** Entries that the next run has to look at again: they are or were being written. */
  public List<String> unfinished() {
    return entries.stream()
        .filter(entry -> !entry.isGone() && entry.state().isLeftForNextRun())
        .map(ReportedEntry::shown)
        .toList();
  }

  /** How many entries were imported, or rejected, and reported before. */
  public int known() {
    return (int)
        entries.stream()
            .filter(entry -> !entry.isGone() && !entry.imports().isEmpty())
            .filter(entry -> entry.imports().stream().noneMatch(Import::isNew))
            .count();
  }
}
