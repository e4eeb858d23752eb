package org.sunlitledger.intake.kinship;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.file.CorrectionMarks;
import org.sunlitledger.intake.kinship.CommonKeys.WholeDelivery;
import org.sunlitledger.intake.line.ShapeRule;

/** The loaded deliveries, and the earlier ones that count or will count. */
@Component
class CurrentDeliveries {
  private final JdbcClient jdbc;

  CurrentDeliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A delivery whose relation to earlier ones is not decided yet. */
  record Loaded(
      long id,
      String register,
      int year,
      String name,
      String original,
      boolean marked,
      int lines) {}

  /**
   * An earlier delivery.
   *
   * @param keys number of its different keys; empty until they are counted
   */
  record CurrentDelivery(
      long id, String name, String original, Optional<Integer> keys, List<Long> supplements) {
    WholeDelivery whole() {
      return new WholeDelivery(id, Stream.concat(Stream.of(id), supplements.stream()).toList());
    }

    boolean hasNameOf(Loaded other) {
      return original.equals(other.original());
    }

    /** Whether one name contains the other: 香山乡帮扶2020 (1) and 帮扶2020. */
    boolean hasNameLike(Loaded other) {
      String own = bare(original);
      String others = bare(other.original());
      return own.contains(others) || others.contains(own);
    }

    private static String bare(String name) {
      String file = name.replaceFirst("[.][^./#]*(?=#|$)", "");
      return CorrectionMarks.bare(file.substring(file.lastIndexOf('/') + 1));
    }
  }

  List<Integer> undecidedYears(String register) {
    return jdbc.sql(
            """
            select distinct year
            from delivery
            where register = :register
              and status = 'loaded'
              and not related
              and supplements is null
            order by year
            """)
        .param("register", register)
        .query(Integer.class)
        .list();
  }

  /**
   * The undecided deliveries in the order of arrival. A correction mark is ignored if the file is
   * known to correct an unreadable file of the same name.
   */
  List<Loaded> undecided(String register, int year) {
    return jdbc.sql(
            """
            select d.id, d.register, d.year, d.name, d.original,
              d.marked and not exists (
                select
                from delivery r
                where r.year = d.year
                  and r.id < d.id
                  and r.status = 'superseded'
                  and r.live_at is null
                  and regexp_replace(r.original, '[.][^./]*$', '')
                    = regexp_replace(d.original, '[.][^./]*$', '')
                  and not exists (
                    select from finding f where f.delivery_id = r.id and f.rule = :kinship
                  )
              ),
              d.lines_read
            from delivery d
            where d.register = :register
              and d.year = :year
              and d.status = 'loaded'
              and not d.related
              and d.supplements is null
            order by d.id
            """)
        .param("kinship", ShapeRule.FILE_KINSHIP.id())
        .param("register", register)
        .param("year", year)
        .query(
            (row, number) ->
                new Loaded(
                    row.getLong(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getString(4),
                    row.getString(5),
                    row.getBoolean(6),
                    row.getInt(7)))
        .list();
  }

  /**
   * The deliveries that count, or will count after tonight's decisions, and that no other delivery
   * has replaced. Sheets of the same file are not compared with each other. If a sheet replaces a
   * delivery by its name, this delivery is not offered to other sheets.
   */
  List<CurrentDelivery> before(Loaded loaded) {
    return jdbc.sql(
            """
            select d.id, d.name, d.original, d.keys,
              array(
                select s.id
                from delivery s
                where s.supplements = d.id
                  and s.status in ('live', 'loaded')
                order by s.id
              )
            from delivery d
            join delivery own on own.id = :id
            where d.register = own.register
              and d.year = own.year
              and d.supplements is null
              and d.id <> own.id
              and (d.status = 'live' or d.status = 'loaded' and d.related)
              and (d.sha256, d.path) <> (own.sha256, own.path)
              and not exists (
                select
                from delivery n
                where n.supersedes = d.id
                  and n.status = 'loaded'
                  and (
                    n.related
                    or n.id <> own.id
                    and (n.sha256, n.path) = (own.sha256, own.path)
                  )
              )
            order by d.id
            """)
        .param("id", loaded.id())
        .query(
            (row, number) ->
                new CurrentDelivery(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    Optional.ofNullable(row.getObject(4, Integer.class)),
                    List.of((Long[]) row.getArray(5).getArray())))
        .list();
  }
}
