package org.sunlitledger.console.close;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.YearState;
import org.sunlitledger.close.YearState.YearNumbers;
import org.sunlitledger.close.ready.Obstacle.ObstacleKind;
import org.sunlitledger.close.ready.Reconciliations;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.report.OpenGround;
import org.sunlitledger.report.Reports;

/**
 * What is left to do before a year can be closed, in counts that lock nothing and compute nothing.
 * Whether it can be closed is decided by the run that closes it.
 */
@Component
public class CloseTasks {
  private final YearState state;
  private final OpenGround ground;
  private final Reconciliations reconciliations;
  private final Reports reports;

  CloseTasks(YearState state, OpenGround ground, Reconciliations reconciliations, Reports reports) {
    this.state = state;
    this.ground = ground;
    this.reconciliations = reconciliations;
    this.reports = reports;
  }

  /** Something to do, and how often. */
  public record CloseTask(ObstacleKind kind, long count) {

    public ObstaclePlace place() {
      return ObstaclePlace.of(kind);
    }
  }

  /** All that is left to do, in the order in which it is done. */
  List<CloseTask> of(int year) {
    YearNumbers numbers = state.of(year, null);
    OpenGround.Open open = ground.counted();
    List<CloseTask> tasks = new ArrayList<>();
    tasks.add(new CloseTask(ObstacleKind.NOTHING_DELIVERED, numbers.deliveries() == 0 ? 1 : 0));
    tasks.add(new CloseTask(ObstacleKind.UNFINISHED, numbers.unfinished()));
    counts(open.of(year)).forEach((kind, count) -> tasks.add(new CloseTask(kind, count)));
    tasks.add(new CloseTask(ObstacleKind.SET_ASIDE_UNAPPROVED, ground.unapproved(year).size()));
    tasks.add(new CloseTask(ObstacleKind.FIGURE_MISSING, numbers.missing()));
    tasks.add(reconciliation(year));
    tasks.add(new CloseTask(ObstacleKind.DISCREPANCY_OPEN, numbers.undecided()));
    tasks.add(new CloseTask(ObstacleKind.DISCREPANCY_UNAPPROVED, numbers.unapproved()));
    tasks.add(new CloseTask(ObstacleKind.REPORT_DRAFT, drafts(year, open)));
    return tasks.stream().filter(task -> task.count() > 0).toList();
  }

  private static Map<ObstacleKind, Long> counts(List<OpenItems.OpenGroup> groups) {
    Map<ObstacleKind, Long> counts = new EnumMap<>(ObstacleKind.class);
    for (OpenItems.OpenGroup group : groups) {
      counts.merge(ObstacleKind.openItem(group.kind()), group.count(), Long::sum);
    }
    return counts;
  }

  private CloseTask reconciliation(int year) {
    return switch (reconciliations.of(year)) {
      case NEVER -> new CloseTask(ObstacleKind.NOT_RECONCILED, 1);
      case OUT_OF_DATE -> new CloseTask(ObstacleKind.RECONCILIATION_OUT_OF_DATE, 1);
      case CURRENT -> new CloseTask(ObstacleKind.NOT_RECONCILED, 0);
    };
  }

  private long drafts(int year, OpenGround.Open open) {
    return reports.of(year).stream()
        .filter(report -> !reports.draftReasons(report, year, open).isEmpty())
        .count();
  }
}
