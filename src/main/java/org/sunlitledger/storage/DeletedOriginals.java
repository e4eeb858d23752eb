package org.sunlitledger.storage;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The originals that were deleted on the record. */
@Component
public final class DeletedOriginals {
  private static final String SELECT =
      """
      select o.delivery_id as delivery, d.name, e.at, e.who as by
      from deleted_original o
      join delivery d on d.id = o.delivery_id
      join audit_event e on e.id = o.event
      """;

  private final JdbcClient jdbc;

  DeletedOriginals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The original of a delivery that was deleted.
   *
   * @param name of the delivery
   * @param at when it was deleted
   * @param by who deleted it
   */
  public record DeletedOriginal(long delivery, String name, OffsetDateTime at, String by) {}

  /** Those of some deliveries. */
  public List<DeletedOriginal> of(Collection<Long> deliveries) {
    return jdbc.sql(SELECT + " where o.delivery_id = any(:deliveries) order by o.delivery_id")
        .param("deliveries", deliveries.toArray(Long[]::new))
        .query(DeletedOriginal.class)
        .list();
  }

  /** Those of a year. */
  public List<DeletedOriginal> ofYear(int year) {
    return jdbc.sql(SELECT + " where d.year = :year order by o.delivery_id")
        .param("year", year)
        .query(DeletedOriginal.class)
        .list();
  }
}
