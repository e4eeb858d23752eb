package org.sunlitledger.close.late;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A restatement written down. */
public final class RestatementNotes implements Restatement.Reader {
  public final List<Restatement.Late> late = new ArrayList<>();

  /** Figure → what it would change by; zero where there is no number. */
  public final Map<String, Long> changes = new TreeMap<>();

  /** Figure → its lines, as {@code COME file:line amount}. */
  public final Map<String, List<String>> lines = new TreeMap<>();

  public boolean definitionsChanged;
  private String figure = "";

  @Override
  public void begin(boolean changed, List<Restatement.Late> deliveries) {
    definitionsChanged = changed;
    late.addAll(deliveries);
  }

  @Override
  public void figure(Restatement.Change change) {
    figure = change.figure().id();
    changes.put(figure, change.difference().map(BigDecimal::longValueExact).orElse(0L));
    lines.put(figure, new ArrayList<>());
  }

  @Override
  public void line(LineDifference.ChangedLine line) {
    lines
        .getOrDefault(figure, new ArrayList<>())
        .add("%s %s:%d %s".formatted(line.direction(), line.file(), line.line(), line.amount()));
  }
}
