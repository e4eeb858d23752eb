package org.sunlitledger.check.rule;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.Years;
import org.sunlitledger.register.ChosenLines;
import org.sunlitledger.register.Register;

/**
 * The lines that tonight's checks judge: of loaded deliveries, of live ones whose lines may have
 * lost their counterpart, and single lines that wait for one. The view {@code candidate_R} has
 * those of a register R, and exists only during that time; {@link CandidateColumns} narrows it to
 * what a rule may see.
 */
@Component
final class Candidates {
  /** Deliveries of a register that have candidates. */
  static final String DELIVERIES =
      """
      select d.id
      from delivery d
      where d.register = :register
        and (
          d.status = 'loaded'
          or d.status = 'live'
          and (d.recheck or d.id in (select delivery_id from recheck_line))
        )
      """;

  private final JdbcClient jdbc;
  private final ChosenLines chosen;

  Candidates(JdbcClient jdbc, ChosenLines chosen) {
    this.jdbc = jdbc;
    this.chosen = chosen;
  }

  /** The years between which a register's candidates lie. */
  record CandidatesOf(Register register, Years years) {}

  /** Shows the candidates of a register; nothing when it has none. */
  Optional<CandidatesOf> show(Register register) {
    Map<Integer, List<Long>> whole = new TreeMap<>();
    Map<Integer, List<Long>> waiting = new TreeMap<>();
    jdbc.sql(
            """
            select id, year, status = 'loaded' or recheck
            from delivery
            where id in (%s)
            order by id
            """
                .formatted(DELIVERIES))
        .param("register", register.name())
        .query(
            (RowCallbackHandler)
                row ->
                    (row.getBoolean(3) ? whole : waiting)
                        .computeIfAbsent(row.getInt(2), year -> new ArrayList<>())
                        .add(row.getLong(1)));
    if (whole.isEmpty() && waiting.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    parts.addAll(ChosenLines.selects(register.name(), "true", whole));
    parts.addAll(
        ChosenLines.selects(
            register.name(),
            "(r.delivery_id, r.line) in (select delivery_id, line from recheck_line)",
            waiting));
    chosen.show(view(register), parts);
    IntSummaryStatistics years =
        Stream.of(whole, waiting)
            .flatMap(deliveries -> deliveries.keySet().stream())
            .mapToInt(Integer::intValue)
            .summaryStatistics();
    return Optional.of(new CandidatesOf(register, new Years(years.getMin(), years.getMax())));
  }

  void hide(Register register) {
    chosen.hide(view(register));
  }

  static String view(Register register) {
    return "candidate_" + register.name();
  }
}
