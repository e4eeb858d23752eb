package org.sunlitledger.database;

/**
 * An order of a list that is read page by page, each page from the last row of the one before.
 *
 * @param by for {@code order by}, on rows {@code d}
 * @param isBeyond whether a row {@code d} comes behind a row {@code a}
 */
public record ListOrder(String by, String isBeyond) {

  /** Whether a row {@code d} of a table comes behind the one of number {@code :after}, if any. */
  public String isAfter(String table) {
    return """
    (
      cast(:after as bigint) is null
      or exists (select from %s a where a.id = :after and %s)
    )
    """
        .formatted(table, isBeyond);
  }
}
