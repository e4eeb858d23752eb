package org.sunlitledger.reconcile;

import org.sunlitledger.testing.Office;

/** Puts discrepancies into the work list as a reconciliation would leave them. */
public final class PlantedDiscrepancy {
  private PlantedDiscrepancy() {}

  /**
   * An open discrepancy of 2020 without lines.
   *
   * @param amount fen
   * @return its number
   */
  public static long plant(Office office, String kind, String key, String severity, long amount) {
    return office
        .sql()
        .sql(
            """
            insert into discrepancy
              (year, kind, key, evidence, severity, source, amount, since, found)
            values
              (2020, :kind, :key, '1', :severity, 'central', :amount, '2020-12-01', '支付与记录不符')
            returning id
            """)
        .param("kind", kind)
        .param("key", key)
        .param("severity", severity)
        .param("amount", amount)
        .query(Long.class)
        .single();
  }

  /** Puts a line of a delivery on a side of it. */
  public static void line(Office office, long id, String side, String file, int line, long amount) {
    office
        .sql()
        .sql(
            """
            insert into discrepancy_line (discrepancy_id, side, register, delivery_id, line, amount)
            select :id, :side, register, id, :line, :amount
            from delivery
            where name = :file
            """)
        .param("id", id)
        .param("side", side)
        .param("file", file)
        .param("line", line)
        .param("amount", amount)
        .update();
  }
}
