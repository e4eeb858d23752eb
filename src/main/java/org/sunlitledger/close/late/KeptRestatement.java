package org.sunlitledger.close.late;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.late.LineDifference.ChangedLine;
import org.sunlitledger.close.late.LineDifference.Direction;
import org.sunlitledger.close.snapshot.YearCloseTable;

/**
 * Keeps a restatement in tables, for pages that show it: by delivery and number of the line, so
 * that nothing personal is kept. It is there with the end of the transaction that computes it.
 */
@Component
public final class KeptRestatement {
  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final YearCloseTable closes;
  private final Clock clock;

  KeptRestatement(JdbcClient jdbc, JdbcTemplate batches, YearCloseTable closes, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.closes = closes;
    this.clock = clock;
  }

  /** Keeps what it reads in place of what was kept for a year. */
  public Restatement.Reader of(int year) {
    return new Keeping(year);
  }

  private final class Keeping implements Restatement.Reader {
    private final int year;
    private final Set<String> keptParts = new HashSet<>();
    private final Map<String, Long> parts = new LinkedHashMap<>();
    private final List<Object[]> waiting = new ArrayList<>();
    private Optional<Restatement.Change> current = Optional.empty();
    private int figures;
    private long lines;

    Keeping(int year) {
      this.year = year;
    }

    @Override
    public void begin(boolean definitionsChanged, List<Restatement.Late> late) {
      jdbc.sql("delete from restatement where year = :year").param("year", year).update();
      jdbc.sql(
              """
              insert into restatement (year, close_id, made_at, definitions_changed)
              values (:year, :close, :now, :changed)
              """)
          .param("year", year)
          .param("close", closes.inForce(year).orElseThrow().id())
          .param("now", OffsetDateTime.now(clock))
          .param("changed", definitionsChanged)
          .update();
      batches.batchUpdate(
          """
          insert into restatement_late
            (year, delivery_id, lines_read, lines_accepted, lines_refused, fen_accepted)
          values (?, ?, ?, ?, ?, ?)
          """,
          late.stream()
              .map(
                  one ->
                      new Object[] {
                        year, one.delivery(), one.read(), one.accepted(), one.refused(), one.fen()
                      })
              .toList());
    }

    @Override
    public void figure(Restatement.Change change) {
      finishFigure();
      current = Optional.of(change);
    }

    /** Lines of a part come once for each figure that it is a part of. */
    @Override
    public void line(ChangedLine line) {
      parts.merge(line.figure(), 1L, Long::sum);
      if (!keptParts.contains(line.figure())) {
        waiting.add(
            new Object[] {
              year,
              line.figure(),
              ++lines,
              line.direction() == Direction.COME,
              line.delivery(),
              line.line(),
              line.amount()
            });
        if (waiting.size() == BATCH) {
          write();
        }
      }
    }

    @Override
    public void end() {
      finishFigure();
    }

    private void finishFigure() {
      write();
      current.ifPresent(this::add);
      current = Optional.empty();
      keptParts.addAll(parts.keySet());
      parts.clear();
    }

    private void add(Restatement.Change change) {
      jdbc.sql(
              """
              insert into restatement_figure
                (year, place, figure, old_value, new_value, old_text, new_text, difference, parts, lines)
              values
                (:year, :place, :figure, :oldValue, :newValue, :oldText, :newText, :difference, :parts, :lines)
              """)
          .param("year", year)
          .param("place", figures++)
          .param("figure", change.figure().id())
          .param("oldValue", change.oldValue())
          .param("newValue", change.newValue())
          .param("oldText", change.oldText())
          .param("newText", change.newText())
          .param("difference", change.difference().orElse(null))
          .param("parts", parts.keySet().toArray(String[]::new))
          .param("lines", parts.values().stream().mapToLong(Long::longValue).sum())
          .update();
    }

    private void write() {
      batches.batchUpdate(
          """
          insert into restatement_line (year, part, place, comes, delivery_id, line, amount)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          waiting);
      waiting.clear();
    }
  }
}
