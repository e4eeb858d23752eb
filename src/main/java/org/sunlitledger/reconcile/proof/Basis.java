package org.sunlitledger.reconcile.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.ready.Reconciliations;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.quantity.digest.Sha256;

/**
 * What a reconciliation is based on, as a digest: the deliveries that count up to its year and the
 * definitions. What is handed in for later years does not put it out of date.
 */
@Component
final class Basis implements Reconciliations {
  private static final List<String> DEFINITIONS =
      List.of("sql/matching", "sql/discrepancies", "sql/reconciliation", "sql/risks");

  private final Definitions definitions;
  private final JdbcClient jdbc;

  Basis(Definitions definitions, JdbcClient jdbc) {
    this.definitions = definitions;
    this.jdbc = jdbc;
  }

  @Override
  public ReconciliationState of(int year) {
    Optional<String> stoodOn =
        jdbc.sql("select basis from reconciliation where year = :year")
            .param("year", year)
            .query(String.class)
            .optional();
    return stoodOn
        .map(
            basis ->
                basis.equals(now(year))
                    ? ReconciliationState.CURRENT
                    : ReconciliationState.OUT_OF_DATE)
        .orElse(ReconciliationState.NEVER);
  }

  /** The digest as of now. */
  String now(int year) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    add(
        all,
        """
            select concat_ws(' ', id, lines_accepted, fen_accepted)
            from delivery
            where status = 'live'
              and year <= :year
            order by id
            """,
        year);
    add(
        all,
        """
            select concat_ws(' ', name, value)
            from parameter
            where :year between from_year and to_year
            order by name
            """,
        year);
    add(
        all,
        """
            select concat_ws(' ', list, word, code)
            from code_word
            where list in ('payee', 'paying_bank')
              and :year between from_year and to_year
            order by list, word, code
            """,
        year);
    for (String folder : DEFINITIONS) {
      for (String file : definitions.list(folder, ".sql")) {
        all.writeBytes(definitions.bytes(file));
      }
    }
    return Sha256.sha256(all.toByteArray());
  }

  private void add(ByteArrayOutputStream all, String query, int year) {
    jdbc.sql(query)
        .param("year", year)
        .query(String.class)
        .list()
        .forEach(line -> all.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8)));
  }
}
