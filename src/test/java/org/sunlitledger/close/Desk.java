package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;
import org.sunlitledger.close.late.Restatement;
import org.sunlitledger.close.late.RestatementNotes;
import org.sunlitledger.close.verify.Verification;
import org.sunlitledger.close.verify.Verification.Disagreement;
import org.sunlitledger.close.verify.Verification.Verdict;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** Closes years of an office and looks at what came of it. */
public record Desk(Office office) {
  static final String PAYMENTS = "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额";

  /** The small county's year 2020, complete and reconciled. */
  public Desk yearReady() {
    SmallCounty.deliver(office, 2020);
    office.night(2020);
    return reconcile(2020);
  }

  Desk reconcile(int year) {
    SmallCounty.reconcile(office, year);
    return this;
  }

  Closing.ClosingResult close(int year, String by) {
    try {
      return office.the(Closing.class).close(year, by, office.out());
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  public void mustClose(int year) {
    assertThat(close(year, "甲")).isInstanceOf(Closing.Closed.class);
  }

  /** What is in the way of closing, as {@code KIND argument argument}. */
  public List<String> obstacles(int year) {
    return ((Closing.NotClosed) close(year, "甲"))
        .open().stream()
            .map(open -> open.kind() + " " + String.join(" ", open.arguments()))
            .toList();
  }

  Reopening.ReopeningResult reopen(int year) {
    try {
      return office.the(Reopening.class).reopen(year, "乙", "补录");
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  RestatementNotes restatement(int year) {
    RestatementNotes notes = new RestatementNotes();
    try {
      assertThat(office.the(Restatement.class).restate(year, notes)).isEmpty();
      return notes;
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  List<Verdict> verify(int year) {
    return office
        .the(Verification.class)
        .verify(year, Optional.empty(), Optional.empty(), office.out());
  }

  /** What does not agree, of all snapshots of a year, as {@code FAULT name}. */
  public List<String> disagreements(int year) {
    return shown(verify(year));
  }

  /** The same, held against a digest on paper. */
  public List<String> verifyAgainst(int year, String digest) {
    return shown(
        office
            .the(Verification.class)
            .verify(year, Optional.empty(), Optional.of(digest), office.out()));
  }

  private static List<String> shown(List<Verdict> verdicts) {
    return verdicts.stream()
        .flatMap(verdict -> verdict.disagreements().stream())
        .map((Disagreement fault) -> fault.fault() + " " + fault.name())
        .toList();
  }

  public void assertAgrees(int year, Integer... numbers) {
    List<Verdict> verdicts = verify(year);
    assertThat(verdicts).extracting(Verdict::number).containsExactly(numbers);
    assertThat(disagreements(year)).isEmpty();
  }

  Map<String, String> figures(int year) {
    return new TreeMap<>(office.figures(year));
  }

  List<String> statuses(String name) {
    return list("select status from delivery where name = '%s' order by id".formatted(name));
  }

  /** What was done to years as a whole, and what a run opened again. */
  public List<String> trail() {
    return list(
        """
        select who || ' ' || action || ' ' || year
        from audit_event
        where action not in ('resolve', 'approve')
        order by id
        """);
  }

  public List<String> list(String query) {
    return office.sql().sql(query).query(String.class).list();
  }

  public void execute(String sql) {
    office.sql().sql(sql).update();
  }

  /** The database itself refuses a change. */
  public void assertRefused(String change, String why) {
    assertThatThrownBy(() -> execute(change))
        .as(change)
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining(why);
  }
}
