package org.sunlitledger.open;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.open.OpenItem.Approval;
import org.sunlitledger.open.OpenItem.OpenKind;
import org.sunlitledger.open.OpenItem.SetAside;

/** The list of what is open, and of what people set aside. */
@Component
public final class OpenItems {
  static final String ITEMS =
      """
      select
        i.id,
        i.kind,
        i.delivery_id,
        d.name,
        d.register,
        d.year,
        i.line,
        i.subject,
        not i.gone as is_open,
        d.year <= closed_through() as is_late,
        i.found_at,
        i.set_aside_by,
        i.set_aside_at,
        i.why,
        i.approved_by,
        i.approved_at
      from open_item i
      join delivery d on d.id = i.delivery_id
      """;

  private final JdbcClient jdbc;

  OpenItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Open things of one kind in one delivery that nobody has set aside.
   *
   * @param delivery that they are in
   * @param register empty where the file was rejected before it was known
   * @param subject the sheet or the column; empty for files and lines
   * @param first the smallest of their numbers; 0 until the books are settled
   * @param last the largest
   */
  public record OpenGroup(
      OpenKind kind,
      long delivery,
      String file,
      Optional<String> register,
      int year,
      String subject,
      long count,
      long first,
      long last,
      boolean isLate) {

    /** Their numbers as ./sunlit set-aside takes them: 12, or 12-40. */
    public String numbers() {
      return first == last ? String.valueOf(first) : first + "-" + last;
    }
  }

  /** What is open and not set aside, in the order of the deliveries, from the items themselves. */
  public List<OpenGroup> groups() {
    return groups(
        """
        select delivery_id, kind, subject, count(*) as items,
          coalesce(min(id), 0) as first_item, coalesce(max(id), 0) as last_item
        from undecided_thing
        group by delivery_id, kind, subject
        """);
  }

  /** The same as it was counted with the last change: what a page can afford. */
  public List<OpenGroup> counted() {
    return groups("select * from open_group");
  }

  private List<OpenGroup> groups(String counts) {
    return jdbc.sql(
            """
            select g.kind, d.id, d.name, d.register, d.year, g.subject, g.items,
              g.first_item, g.last_item, d.year <= closed_through()
            from (%s) g
            join delivery d on d.id = g.delivery_id
            order by d.id, g.kind, g.subject
            """
                .formatted(counts))
        .query(
            (row, number) ->
                new OpenGroup(
                    OpenKind.of(row.getString(1)),
                    row.getLong(2),
                    row.getString(3),
                    Optional.ofNullable(row.getString(4)),
                    row.getInt(5),
                    row.getString(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9),
                    row.getBoolean(10)))
        .list();
  }

  /** Every item that was set aside and is not corrected, in the order of the numbers. */
  public List<OpenItem> setAside() {
    return jdbc.sql(
            ITEMS
                + """
                where i.set_aside_at is not null
                  and not i.gone
                order by i.id
                """)
        .query((row, number) -> item(row))
        .list();
  }

  /**
   * What is not corrected of a delivery, in the order of the numbers, the first ones.
   *
   * @param setAside what was set aside, else what is open
   */
  public List<OpenItem> of(long delivery, boolean setAside, int most) {
    return jdbc.sql(
            ITEMS
                + """
                where i.delivery_id = :delivery
                  and not i.gone
                  and (i.set_aside_at is not null) = :aside
                order by i.id
                limit :most
                """)
        .param("delivery", delivery)
        .param("aside", setAside)
        .param("most", most)
        .query((row, number) -> item(row))
        .list();
  }

  /** The item of that number. */
  public Optional<OpenItem> find(long number) {
    return jdbc.sql(ITEMS + "where i.id = :id")
        .param("id", number)
        .query((row, at) -> item(row))
        .optional();
  }

  /** Whether all of these numbers are items of a delivery. */
  public boolean areOf(long delivery, List<Long> numbers) {
    return jdbc.sql(
            """
            select count(*)
            from open_item
            where delivery_id = :delivery
              and id = any(:numbers)
            """)
        .param("delivery", delivery)
        .param("numbers", numbers.toArray(Long[]::new))
        .query(Integer.class)
        .single()
        .equals(Math.toIntExact(numbers.stream().distinct().count()));
  }

  /**
   * Numbers from one to another that can be decided.
   *
   * @param setAside those that are set aside, else those that are open
   */
  public List<Long> between(long from, long to, boolean setAside) {
    return jdbc.sql(
            """
            select id
            from open_item
            where id between :from and :to
              and not gone
              and (set_aside_at is not null) = :aside
            order by id
            """)
        .param("from", from)
        .param("to", to)
        .param("aside", setAside)
        .query(Long.class)
        .list();
  }

  /** The item of that number, locked until the transaction ends. */
  Optional<OpenItem> locked(long number) {
    return jdbc.sql(ITEMS + "where i.id = :id for update of i")
        .param("id", number)
        .query((row, at) -> item(row))
        .optional();
  }

  private static OpenItem item(ResultSet row) throws SQLException {
    Optional<SetAside> setAside =
        row.getString("set_aside_by") == null
            ? Optional.empty()
            : Optional.of(
                new SetAside(
                    row.getString("set_aside_by"),
                    row.getObject("set_aside_at", OffsetDateTime.class),
                    row.getString("why")));
    Optional<Approval> approved =
        row.getString("approved_by") == null
            ? Optional.empty()
            : Optional.of(
                new Approval(
                    row.getString("approved_by"),
                    row.getObject("approved_at", OffsetDateTime.class)));
    return new OpenItem(
        row.getLong("id"),
        OpenKind.of(row.getString("kind")),
        row.getLong("delivery_id"),
        row.getString("name"),
        Optional.ofNullable(row.getString("register")),
        row.getInt("year"),
        row.getInt("line"),
        row.getString("subject"),
        row.getBoolean("is_open"),
        row.getBoolean("is_late"),
        row.getObject("found_at", OffsetDateTime.class),
        setAside,
        approved);
  }
}
