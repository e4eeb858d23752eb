package org.sunlitledger.console.reconcile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.reconcile.decision.DiscrepancyFilter;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.proof.Reconciliation.ProofRow;

/** The rows of a proof; each amount between the two ends leads to its discrepancies. */
@Component
public final class ProofLinks {
  private static final String RECORD = "record";

  private final JdbcClient jdbc;
  private final Kinds kinds;

  ProofLinks(JdbcClient jdbc, Kinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /**
   * A row with the addresses of the discrepancies behind its amounts; empty where there are none.
   */
  public record LinkedRow(ProofRow row, String recordOnly, String entryOnly, String difference) {}

  private record FoundPlace(String source, String kind, String side) {}

  List<LinkedRow> of(int year, List<ProofRow> proof) {
    List<FoundPlace> found = found(year);
    return proof.stream()
        .map(
            row ->
                new LinkedRow(
                    row,
                    address(year, row, row.recordOnly(), oneSided(row, found, RECORD)),
                    address(year, row, row.entryOnly(), oneSided(row, found, "entry")),
                    address(year, row, row.difference(), List.of())))
        .toList();
  }

  private List<FoundPlace> found(int year) {
    return jdbc.sql(
            """
            select distinct d.source, d.kind, l.side
            from discrepancy d
            join discrepancy_line l on l.discrepancy_id = d.id
            where d.year = :year
              and d.status <> 'gone'
              and d.kind = any(:kinds)
            """)
        .param("year", year)
        .param("kinds", kinds.oneSided().toArray(String[]::new))
        .query(FoundPlace.class)
        .list();
  }

  private static List<String> oneSided(ProofRow row, List<FoundPlace> found, String side) {
    return found.stream()
        .filter(place -> place.side().equals(side))
        .filter(place -> row.source().isEmpty() || place.source().equals(row.source()))
        .map(FoundPlace::kind)
        .distinct()
        .toList();
  }

  /** Of several kinds the list shows all that the source has. */
  private static String address(int year, ProofRow row, long fen, List<String> kinds) {
    if (fen == 0) {
      return "";
    }
    List<String> filters =
        new ArrayList<>(
            List.of("status=" + DiscrepancyFilter.FOUND, "severity=" + DiscrepancyFilter.ALL));
    Stream.of(row.source())
        .filter(source -> !source.isEmpty())
        .forEach(source -> filters.add("source=" + encoded(source)));
    if (kinds.size() == 1) {
      filters.add("kind=" + encoded(kinds.get(0)));
    }
    return "/%d/discrepancies?%s".formatted(year, String.join("&", filters));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
