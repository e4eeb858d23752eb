package org.sunlitledger.reconcile.match;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.reconcile.match.Strategy.Takes;

/**
 * Runs the strategies one after another, each on what the ones before it left. Batches of records
 * are matched and kept as wholes: only those that no entry pays as a whole fall apart into lines.
 */
@Component
public final class Matching {
  private final List<Strategy> strategies;
  private final Workspace workspace;
  private final JdbcClient jdbc;

  Matching(Definitions definitions, Workspace workspace, JdbcClient jdbc) {
    this.strategies = Strategy.all(definitions);
    this.workspace = workspace;
    this.jdbc = jdbc;
  }

  /** How far batches have come. */
  private enum Batches {
    NOT_GATHERED,
    GATHERED,
    BROKEN_UP
  }

  /** Matches what can be matched; what cannot is in {@code entry_left} and {@code record_left}. */
  public void run(int year) {
    Batches batches = Batches.NOT_GATHERED;
    for (Strategy strategy : strategies) {
      batches = prepare(strategy, batches);
      int last = last(year);
      strategy
          .file()
          .run(
              () -> {
                propose(strategy, last);
                keep(year, strategy);
                count(year, strategy, last);
              });
      workspace.drop("proposed");
    }
    if (batches == Batches.NOT_GATHERED) {
      workspace.gatherBatches();
    }
    if (batches != Batches.BROKEN_UP) {
      workspace.breakUpBatches();
    }
    jdbc.sql("analyze matched_entry, matched_batch").update();
  }

  private Batches prepare(Strategy strategy, Batches batches) {
    if (strategy.takes() == Takes.BATCHES) {
      if (batches == Batches.BROKEN_UP) {
        throw new DefinitionException(
            strategy.file().path(),
            "batches are matched before what is left of them; give it a lower order");
      }
      if (batches == Batches.NOT_GATHERED) {
        workspace.gatherBatches();
      }
      return Batches.GATHERED;
    }
    if (batches == Batches.GATHERED) {
      workspace.breakUpBatches();
      return Batches.BROKEN_UP;
    }
    return batches;
  }

  /** The matches of a strategy get numbers that follow each other, and those of the one before. */
  private void propose(Strategy strategy, int last) {
    workspace.table(
        "proposed",
        """
        select p.*, (dense_rank() over (order by p.match) + %d)::integer as number
        from (
        %s
        ) p
        """
            .formatted(last, strategy.file().sql()));
    requireMatches(strategy);
  }

  /** The number of the last match so far. */
  private int last(int year) {
    return jdbc.sql(
            "select coalesce(sum(matches), 0) from reconciliation_strategy where year = :year")
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  private void requireMatches(Strategy strategy) {
    if (jdbc.sql("select exists (select from proposed where match is null)")
        .query(Boolean.class)
        .single()) {
      throw new DefinitionException(
          strategy.file().path(),
          "proposes lines without saying which belong together: match is null");
    }
  }

  /** Keeps what was proposed, and takes it out of what is left: as many lines here as there. */
  private void keep(int year, Strategy strategy) {
    int entries = keepEntries(year, strategy);
    if (entries > 0) {
      switch (strategy.takes()) {
        case RECORDS -> keepRecords(year, strategy);
        case BATCHES -> keepBatches(year, strategy);
      }
      int taken =
          jdbc.sql(
                  """
                  delete from entry_left e
                  using proposed p
                  where e.delivery_id = p.entry_delivery
                    and e.line = p.entry_line
                  """)
              .update();
      refuseTwice(strategy, entries, taken);
      jdbc.sql("analyze entry_left").update();
    }
  }

  private static void refuseTwice(Strategy strategy, int matched, int taken) {
    if (matched != taken) {
      throw twice(strategy, "an entry or a batch: %d matched, %d taken".formatted(matched, taken));
    }
  }

  private static DefinitionException twice(Strategy strategy, String what) {
    return new DefinitionException(
        strategy.file().path(), "proposes for more than one match " + what);
  }

  private void keepRecords(int year, Strategy strategy) {
    try {
      jdbc.sql(
              """
              insert into matched_record
                (year, register, delivery_id, line, match, source, function_code, amount)
              select distinct cast(:year as smallint), register, delivery_id, line, number, source,
                function_code, amount
              from proposed
              order by register, delivery_id, line
              """)
          .param("year", year)
          .update();
    } catch (DuplicateKeyException recordOfTwo) {
      throw twice(strategy, "a record");
    }
    jdbc.sql("analyze matched_record").update();
    for (String left : workspace.tablesOfRecordsLeft()) {
      jdbc.sql(
              """
              delete from %s r
              using proposed p
              where r.register = p.register
                and r.delivery_id = p.delivery_id
                and r.line = p.line
              """
                  .formatted(SqlName.checked(left)))
          .update();
      jdbc.sql("analyze " + SqlName.checked(left)).update();
    }
  }

  private void keepBatches(int year, Strategy strategy) {
    int batches =
        jdbc.sql(
                """
                insert into matched_batch
                  (year, register, batch, source, function_code, document_number, match, records,
                    amount, first_on, last_on, payee_name, last_payee_name, project_code,
                    last_project_code)
                select :year, b.register, b.batch, b.source, b.function_code, b.document_number,
                  p.number, b.records, b.amount, b.first_on, b.last_on, b.payee_name,
                  b.last_payee_name, b.project_code, b.last_project_code
                from (select distinct batch_id, number from proposed) p
                join batch_left b on b.id = p.batch_id
                """)
            .param("year", year)
            .update();
    int taken =
        jdbc.sql("delete from batch_left b using proposed p where b.id = p.batch_id").update();
    refuseTwice(strategy, batches, taken);
    jdbc.sql("analyze batch_left").update();
  }

  /** Keeps the entries; returns how many they are. */
  private int keepEntries(int year, Strategy strategy) {
    return jdbc.sql(
            """
            insert into matched_entry
              (year, delivery_id, line, match, strategy, source, function_code, amount)
            select :year, e.delivery_id, e.line, p.number, :strategy, e.source, e.function_code,
              e.amount
            from (select distinct entry_delivery, entry_line, number from proposed) p
            join entry_left e on e.delivery_id = p.entry_delivery and e.line = p.entry_line
            """)
        .param("year", year)
        .param("strategy", strategy.id())
        .update();
  }

  /** Counts what the strategy has matched: what has a number beyond the last one before it. */
  private void count(int year, Strategy strategy, int last) {
    jdbc.sql(
            """
            insert into reconciliation_strategy
              (year, position, strategy, title_zh, title_en, matches, entries, records, amount)
            select :year, :position, :strategy, :title, :titleEn, coalesce(max(match) - :last, 0),
              count(*),
              (
                select count(*)
                from matched_record
                where year = :year
                  and match > :last
              ) + (
                select coalesce(sum(records), 0)
                from matched_batch
                where year = :year
                  and match > :last
              ),
              coalesce(sum(amount), 0)
            from matched_entry
            where year = :year
              and match > :last
            """)
        .param("year", year)
        .param("position", strategy.position())
        .param("strategy", strategy.id())
        .param("title", strategy.title())
        .param("titleEn", strategy.titleEn())
        .param("last", last)
        .update();
  }
}
