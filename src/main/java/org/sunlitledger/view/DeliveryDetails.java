package org.sunlitledger.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.storage.DeletedOriginals;
import org.sunlitledger.storage.DeletedOriginals.DeletedOriginal;

/** What is known of one delivery besides its row in the list. */
@Component
public final class DeliveryDetails {
  private final JdbcClient jdbc;
  private final HiddenNames hidden;
  private final DeletedOriginals deleted;

  DeliveryDetails(JdbcClient jdbc, HiddenNames hidden, DeletedOriginals deleted) {
    this.jdbc = jdbc;
    this.hidden = hidden;
    this.deleted = deleted;
  }

  /**
   * A delivery's file and its roll-up.
   *
   * @param path where the file is now, as far as the program knows
   * @param shown the same as people may see it
   * @param deleted empty unless the file was deleted on the record
   */
  public record DeliveryFile(
      String sha256,
      long bytes,
      Path path,
      String shown,
      Optional<RollUpVersion> rollUp,
      Optional<DeletedOriginal> deleted) {

    /** Whether a file of this length is there. */
    public boolean isThere() {
      return path.toFile().length() == bytes && Files.isRegularFile(path);
    }
  }

  /** The definitions with which a delivery was added up, and when. */
  public record RollUpVersion(String version, OffsetDateTime made) {}

  /**
   * A link of the chain from an original to its corrections and supplements.
   *
   * @param corrects the delivery before it; empty for the original and for supplements
   * @param supplements the delivery whose refused lines it brings again
   */
  public record ChainLink(
      long id,
      String name,
      String status,
      OffsetDateTime received,
      Optional<Long> corrects,
      Optional<Long> supplements) {}

  public DeliveryFile file(long delivery) {
    return jdbc.sql(
            """
            select d.sha256, d.bytes, coalesce(d.archived_as, d.path) as path, r.version, r.made_at
            from delivery d
            left join delivery_rollup r on r.delivery_id = d.id
            where d.id = :id
            """)
        .param("id", delivery)
        .query(
            (row, number) ->
                new DeliveryFile(
                    row.getString("sha256"),
                    row.getLong("bytes"),
                    hidden.find(row.getString("path")),
                    FilePath.shown(FilePath.parse(row.getString("path"))),
                    rollUp(row),
                    deleted.of(List.of(delivery)).stream().findFirst()))
        .single();
  }

  private static Optional<RollUpVersion> rollUp(ResultSet row) throws SQLException {
    String version = row.getString("version");
    return version == null
        ? Optional.empty()
        : Optional.of(new RollUpVersion(version, row.getObject("made_at", OffsetDateTime.class)));
  }

  /** The chain that a delivery belongs to, in the order of arrival. */
  public List<ChainLink> chain(long delivery) {
    return jdbc.sql(
            """
            with recursive up as (
              select id, supersedes, supplements
              from delivery
              where id = :id
              union
              select d.id, d.supersedes, d.supplements
              from delivery d
              join up on d.id in (up.supersedes, up.supplements)
            ), down as (
              select id
              from up
              where supersedes is null
                and supplements is null
              union
              select d.id
              from delivery d
              join down on d.supersedes = down.id or d.supplements = down.id
            )
            select d.id, d.name, d.status, d.received_at, d.supersedes, d.supplements
            from down
            join delivery d on d.id = down.id
            order by d.id
            """)
        .param("id", delivery)
        .query(
            (row, number) ->
                new ChainLink(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("status"),
                    row.getObject("received_at", OffsetDateTime.class),
                    Optional.ofNullable(row.getObject("supersedes", Long.class)),
                    Optional.ofNullable(row.getObject("supplements", Long.class))))
        .list();
  }
}
