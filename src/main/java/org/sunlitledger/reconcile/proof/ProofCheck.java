package org.sunlitledger.reconcile.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.match.ReconciledLines;
import org.sunlitledger.reconcile.proof.Reconciliation.ProofRow;

/**
 * Adds up the proof of a year again: from the lines as they are now, and from the matches and
 * discrepancies that people see. Cost: each line of the year is read once.
 */
@Component
public final class ProofCheck {
  private static final String PROOF =
      """
      with named as (
        select l.side, l.register, l.delivery_id, l.line,
          min(array_position(:kinds, d.kind::text)) as place
        from discrepancy d
        join discrepancy_line l on l.discrepancy_id = d.id
        join delivery f on f.id = l.delivery_id and f.year = :year
        where d.year = :year
          and d.status <> 'gone'
          and d.kind = any(:kinds)
          and not exists (
            select
            from matched_entry m
            where m.year = :year
              and l.side = 'entry'
              and m.delivery_id = l.delivery_id
              and m.line = l.line
          )
          and not exists (
            select
            from matched_record m
            where m.year = :year
              and l.side = 'record'
              and m.delivery_id = l.delivery_id
              and m.line = l.line
          )
        group by l.side, l.register, l.delivery_id, l.line
      ), line as (
        select n.register, n.side, (:kinds)[n.place] = any(:one_sided) as is_only,
          coalesce(p.source, s.source, e.source) as source,
          coalesce(p.amount, s.amount, e.amount) as amount,
          coalesce(p.batch, s.batch, '') as batch,
          coalesce(p.function_code, s.function_code, '') as function_code,
          coalesce(p.document_number, s.document_number, '') as document_number
        from named n
        left join payment p
          on n.register = 'payment' and p.delivery_id = n.delivery_id and p.line = n.line
        left join subsidy s
          on n.register = 'subsidy' and s.delivery_id = n.delivery_id and s.line = n.line
        left join treasury_entry e
          on n.register = 'treasury_entry' and e.delivery_id = n.delivery_id and e.line = n.line
      ), left_over as (
        select *
        from line l
        where l.side = 'entry'
          or not exists (
            select
            from matched_batch b
            where b.year = :year
              and b.register = l.register
              and (b.batch, b.source, b.function_code, b.document_number)
                = (l.batch, l.source, l.function_code, l.document_number)
          )
      ), proof_term as (
        select source, sum(amount) as record_fen, 0 as record_only_fen, 0 as entry_only_fen,
          0 as difference_fen, 0 as entry_fen
        from live_payment
        where year = :year
        group by source
        union all
        select source, sum(amount), 0, 0, 0, 0 from live_subsidy where year = :year group by source
        union all
        select source, 0, 0, 0, 0, sum(amount)
        from live_treasury_entry
        where year = :year
        group by source
        union all
        select source, 0,
          case when is_only and side = 'record' then amount else 0 end,
          case when is_only and side = 'entry' then amount else 0 end,
          case when is_only then 0 when side = 'entry' then amount else -amount end,
          0
        from left_over
        union all
        select source, 0, 0, 0, sum(amount), 0 from matched_entry where year = :year group by source
        union all
        select source, 0, 0, 0, -sum(amount), 0 from matched_record where year = :year group by source
        union all
        select source, 0, 0, 0, -sum(amount), 0 from matched_batch where year = :year group by source
      )
      select coalesce(source, '') as source, '' as title, coalesce(sum(record_fen), 0)::bigint as records,
        coalesce(sum(record_only_fen), 0)::bigint as record_only,
        coalesce(sum(entry_only_fen), 0)::bigint as entry_only,
        coalesce(sum(difference_fen), 0)::bigint as difference,
        coalesce(sum(entry_fen), 0)::bigint as entries
      from proof_term
      group by grouping sets ((source), ())
      """;

  private final JdbcClient jdbc;
  private final Kinds kinds;
  private final ReconciledLines lines;

  ProofCheck(JdbcClient jdbc, Kinds kinds, ReconciledLines lines) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.lines = lines;
  }

  /** A row that is not what the lines give. */
  public record DifferingRow(ProofRow kept, ProofRow found) {}

  /**
   * The rows of the proof that the lines contradict; none where all agree.
   *
   * @param kept the proof as the last run wrote it
   */
  public List<DifferingRow> differing(int year, List<ProofRow> kept) {
    Map<String, ProofRow> found = new TreeMap<>(bySource(lines.of(year, () -> now(year))));
    List<DifferingRow> differing = new ArrayList<>();
    for (ProofRow row : kept) {
      ProofRow now = found.getOrDefault(row.source(), nothing(row.source()));
      found.remove(row.source());
      if (!row.isSameAs(now)) {
        differing.add(new DifferingRow(row, now));
      }
    }
    found.values().forEach(row -> differing.add(new DifferingRow(nothing(row.source()), row)));
    return differing;
  }

  private List<ProofRow> now(int year) {
    return jdbc.sql(PROOF)
        .param("year", year)
        .param("one_sided", kinds.oneSided().toArray(String[]::new))
        .param("kinds", kinds.ofUnmatched().toArray(String[]::new))
        .query(ProofRow.class)
        .list();
  }

  private static Map<String, ProofRow> bySource(List<ProofRow> rows) {
    return rows.stream().collect(Collectors.toMap(ProofRow::source, Function.identity()));
  }

  private static ProofRow nothing(String source) {
    return new ProofRow(source, "", 0, 0, 0, 0, 0);
  }
}
