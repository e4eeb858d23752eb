package org.sunlitledger.check.rule;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.alike.AlikeLines;
import org.sunlitledger.check.alike.DigestMaker;
import org.sunlitledger.check.alike.LineDigests.Wanted;
import org.sunlitledger.check.reversal.ReversalBreaches;
import org.sunlitledger.check.reversal.ReversalGroup;
import org.sunlitledger.check.reversal.ReversalGroup.Entry;
import org.sunlitledger.check.reversal.ReversalGroup.LinePlace;
import org.sunlitledger.check.reversal.ReversalGroup.Reversal;
import org.sunlitledger.check.reversal.ReversalGroup.ReversalDecision;
import org.sunlitledger.check.reversal.ReversalGroup.ReversalOutcome;
import org.sunlitledger.check.reversal.ReversalRule;
import org.sunlitledger.check.reversal.ReversalSql;
import org.sunlitledger.database.copy.BinaryCopy;
import org.sunlitledger.definition.Years;
import org.sunlitledger.register.Register;

/**
 * Finds the entry that each negative amount takes back, and keeps the pair. What is kept holds as
 * long as neither line is judged again. There are few reversals, so entries are looked up for them
 * by digests; nothing is read for the other lines.
 */
@Component
final class Reversals {
  private static final List<String> PAIR =
      List.of("delivery_id", "line", "of_delivery", "of_line", "fen", "of_fen");
  private static final List<String> LISTED =
      List.of("outcome", "delivery_id", "line", "of_delivery", "of_line", "nth");

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final DigestMaker digests;
  private final AlikeLines alike;
  private final Verdicts verdicts;

  Reversals(
      JdbcClient jdbc,
      DataSource dataSource,
      DigestMaker digests,
      AlikeLines alike,
      Verdicts verdicts) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.digests = digests;
    this.alike = alike;
    this.verdicts = verdicts;
  }

  /**
   * A register that has reversals tonight.
   *
   * @param after the last finding before they were looked up
   */
  record Reversing(Register register, long after) {}

  /** The lists of columns of which digests are needed, because new lines are reversals. */
  Stream<List<String>> digested(Register register) {
    if (!areNew(register)) {
      return Stream.empty();
    }
    ReversalSql sql = new ReversalSql(register);
    return Stream.of(sql.key(), sql.group());
  }

  /** Whether a delivery that is loaded has any. */
  boolean areNew(Register register) {
    return register.reversal().isPresent()
        && jdbc.sql(new ReversalSql(register).anyNew()).query(Boolean.class).single();
  }

  /** Looks up tonight's reversals of a register, and every line that they could take back. */
  Optional<Reversing> prepare(Register register) {
    if (register.reversal().isEmpty()) {
      return Optional.empty();
    }
    ReversalSql sql = new ReversalSql(register);
    jdbc.sql(sql.forget()).update();
    jdbc.sql(sql.reversals()).update();
    if (!jdbc.sql(sql.anyReversals()).query(Boolean.class).single()) {
      jdbc.sql(sql.drop()).update();
      return Optional.empty();
    }
    long after = jdbc.sql("select coalesce(max(id), 0) from finding").query(Long.class).single();
    jdbc.sql(sql.reversedGroups()).update();
    digests.prepare(register, List.of(sql.key(), sql.group()));
    alike.showAny(new Wanted(register, sql.group(), Years.ALWAYS), sql.groupDigests());
    jdbc.sql(sql.entries()).update();
    alike.showAny(new Wanted(register, sql.key(), Years.ALWAYS), sql.namedDigests());
    jdbc.sql(sql.moreEntries()).update();
    jdbc.sql(sql.analyse()).update();
    return Optional.of(new Reversing(register, after));
  }

  /** Refuses amounts above zero that name an entry; says how many. */
  int findNotNegative(Register register) {
    if (register.reversal().isEmpty()) {
      return 0;
    }
    ReversalBreaches breaches = new ReversalBreaches(register);
    return find(ReversalRule.NOT_NEGATIVE, breaches, breaches.notNegative());
  }

  /**
   * Pairs reversals with entries as they are accepted now; says how many findings are new. The
   * second time only what has changed since the first.
   */
  int find(Reversing reversing) {
    ReversalSql sql = new ReversalSql(reversing.register());
    jdbc.sql(sql.changed()).param("after", reversing.after()).update();
    if (!jdbc.sql(sql.undecided()).query(Boolean.class).single()) {
      return 0;
    }
    jdbc.sql(sql.forgetUndecided()).update();
    List<ReversalDecision> decisions = decisions(sql);
    jdbc.sql(sql.decided()).update();
    keep(decisions);
    list(decisions);
    ReversalBreaches breaches = new ReversalBreaches(reversing.register());
    jdbc.sql(breaches.differing()).update();
    Set<String> broken =
        jdbc.sql("select distinct outcome from reversal_listed").query(String.class).set();
    int found = 0;
    for (ReversalRule rule : ReversalRule.refusing()) {
      if (broken.contains(rule.id())) {
        found += find(rule, breaches, breaches.found(rule));
      }
    }
    jdbc.sql("drop table reversal_listed").update();
    return found;
  }

  /** Warns of accepted reversals that take their year below zero. */
  void findBelowZero(Reversing reversing) {
    ReversalBreaches breaches = new ReversalBreaches(reversing.register());
    if (jdbc.sql(breaches.crosses()).query(Boolean.class).single()) {
      find(ReversalRule.BELOW_ZERO, breaches, breaches.belowZero());
    }
  }

  private int find(ReversalRule rule, ReversalBreaches breaches, String query) {
    return verdicts.find(
        query,
        new Verdicts.Breach(
            rule.id(), rule.severity(), rule.waits(), breaches.amountField(), Years.ALWAYS));
  }

  private List<ReversalDecision> decisions(ReversalSql sql) {
    List<ReversalDecision> decisions = new ArrayList<>();
    Groups groups = new Groups(decisions);
    try (Stream<ResultRow> rows =
        jdbc
            .sql(sql.groups())
            .withFetchSize(10_000)
            .query((row, n) -> ResultRow.of(row))
            .stream()) {
      rows.forEach(groups::take);
    }
    groups.finish();
    return decisions;
  }

  /** A line of a group, the reversals after the entries. */
  private record ResultRow(
      int group,
      LinePlace place,
      int year,
      LocalDate day,
      long fen,
      long left,
      String key,
      Optional<String> names,
      List<@Nullable String> details,
      boolean isReversal) {

    static ResultRow of(ResultSet row) throws SQLException {
      return new ResultRow(
          row.getInt("grouped"),
          new LinePlace(row.getLong("delivery_id"), row.getInt("line")),
          row.getInt("year"),
          row.getObject("day", LocalDate.class),
          row.getLong("fen"),
          row.getLong("left_fen"),
          row.getString("key"),
          Optional.ofNullable(row.getString("names")),
          texts(row.getArray("details")),
          row.getBoolean("reversal"));
    }

    private static List<@Nullable String> texts(Array array) throws SQLException {
      return Arrays.asList((@Nullable String[]) array.getArray());
    }
  }

  /** Puts rows that lie side by side into groups, of which one is held at a time. */
  private static final class Groups {
    private final List<ReversalDecision> decisions;
    private int number;
    private ReversalGroup group = new ReversalGroup();

    Groups(List<ReversalDecision> decisions) {
      this.decisions = decisions;
    }

    void take(ResultRow row) {
      if (row.group() != number) {
        finish();
        number = row.group();
        group = new ReversalGroup();
      }
      if (row.isReversal()) {
        group.add(
            new Reversal(
                row.place(),
                row.year(),
                row.day(),
                row.fen(),
                row.key(),
                row.names(),
                row.details()));
      } else {
        group.add(
            new Entry(
                row.place(),
                row.year(),
                row.day(),
                row.fen(),
                row.left(),
                row.key(),
                row.details()));
      }
    }

    void finish() {
      decisions.addAll(group.decide());
      group = new ReversalGroup();
    }
  }

  private void keep(List<ReversalDecision> decisions) {
    BinaryCopy.into(
        dataSource,
        "reversal",
        PAIR,
        copy ->
            decisions.stream()
                .filter(decision -> decision.outcome() == ReversalOutcome.TAKEN)
                .forEach(
                    decision -> {
                      Entry entry = decision.entries().get(0);
                      copy.row();
                      copy.put(decision.reversal().place().delivery());
                      copy.put(decision.reversal().place().line());
                      copy.put(entry.place().delivery());
                      copy.put(entry.place().line());
                      copy.put(decision.reversal().fen());
                      copy.put(entry.fen());
                    }));
  }

  /**
   * Leaves in the temporary table {@code reversal_listed} what is refused, and for which entries.
   */
  private void list(List<ReversalDecision> decisions) {
    jdbc.sql(ReversalBreaches.LISTED_TABLE).update();
    BinaryCopy.into(
        dataSource,
        "reversal_listed",
        LISTED,
        copy ->
            decisions.stream()
                .filter(decision -> decision.outcome() != ReversalOutcome.TAKEN)
                .forEach(
                    decision -> {
                      Function<Integer, LinePlace> listed =
                          nth ->
                              nth == 0
                                  ? new LinePlace(0, 0)
                                  : decision.entries().get(nth - 1).place();
                      for (int nth = 0; nth <= decision.entries().size(); nth++) {
                        copy.row();
                        copy.put(ReversalRule.of(decision.outcome()).id());
                        copy.put(decision.reversal().place().delivery());
                        copy.put(decision.reversal().place().line());
                        copy.put(listed.apply(nth).delivery());
                        copy.put(listed.apply(nth).line());
                        copy.putSmall((short) nth);
                      }
                    }));
  }
}
