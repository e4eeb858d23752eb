package org.sunlitledger.rollup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlitledger.definition.SqlFile;

/**
 * A view over the live records that measures are based on.
 *
 * <p>Its query yields {@code delivery_id, line, year, month, township, source, amount} (fen) and
 * the columns that measures filter by, count or list.
 *
 * @param registers whose lines it shows
 * @param depends register → registers that its lines are joined with: when one of those changes,
 *     the roll-ups of the former are made again
 * @param columns that measures can name, and of these the {@code numbers} that they can add up;
 *     both empty where only the query says so
 * @param values column → every value it may have, for columns of which that is known
 */
public record Subject(
    String name,
    List<String> registers,
    Map<String, String> depends,
    Set<String> columns,
    Set<String> numbers,
    Map<String, List<String>> values,
    String about,
    SqlFile file) {

  String sql() {
    return file.sql();
  }
}
