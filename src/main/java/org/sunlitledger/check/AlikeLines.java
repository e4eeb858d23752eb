package org.sunlitledger.check;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.LineDigests.Part;
import org.sunlitledger.check.LineDigests.Wanted;
import org.sunlitledger.check.LineDigests.Which;
import org.sunlitledger.database.BinaryCopy;
import org.sunlitledger.database.SqlName;

/**
 * Finds lines that agree in some columns: the same voucher twice, the same person on the same day.
 * Digests only make a line suspect; whoever asks compares the lines themselves.
 */
@Component
final class AlikeLines {
  private static final List<String> COLUMNS = List.of("delivery_id", "line", "digest");

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final LineDigests digests;

  AlikeLines(JdbcClient jdbc, DataSource dataSource, LineDigests digests) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.digests = digests;
  }

  /**
   * Leaves in the temporary table {@code alike} every line that may agree with a candidate, the
   * candidate included. Part of the caller's transaction.
   */
  void find(Wanted wanted) {
    jdbc.sql(
            """
            create temporary table if not exists alike (
              delivery_id bigint, line integer, digest bigint
            ) on commit drop
            """)
        .update();
    jdbc.sql("truncate alike").update();
    long[] candidates = candidates(wanted);
    long[] suspects = suspects(candidates, wanted);
    if (suspects.length > 0) {
      digests.each(wanted, Which.ALL, part -> copy(part, suspects));
    }
    jdbc.sql("analyze alike").update();
  }

  /** Sorted digests of tonight's candidates. */
  private long[] candidates(Wanted wanted) {
    Digests candidates = new Digests();
    digests.each(
        wanted,
        Which.CANDIDATE,
        part -> {
          while (part.digests().hasRemaining()) {
            candidates.add(part.digests().get());
          }
        });
    jdbc.sql(
            """
            select %s
            from recheck_line f
            join %s r using (delivery_id, line)
            join delivery d on d.id = r.delivery_id
            where d.status = 'live'
              and not d.recheck
              and d.year between :from and :to
            """
                .formatted(
                    LineDigests.digest(wanted.columns()), SqlName.of(wanted.register().name())))
        .param("from", wanted.years().from())
        .param("to", wanted.years().to())
        .query((RowCallbackHandler) row -> candidates.add(row.getLong(1)));
    return candidates.sorted();
  }

  /** Digests that a candidate shares with another line; sorted. */
  private long[] suspects(long[] candidates, Wanted wanted) {
    Digests suspects = new Digests();
    for (int i = 1; i < candidates.length; i++) {
      if (candidates[i] == candidates[i - 1]) {
        suspects.add(candidates[i]);
      }
    }
    if (candidates.length > 0) {
      digests.each(
          wanted,
          Which.SETTLED,
          part -> {
            while (part.digests().hasRemaining()) {
              long digest = part.digests().get();
              if (Arrays.binarySearch(candidates, digest) >= 0) {
                suspects.add(digest);
              }
            }
          });
    }
    return suspects.sorted();
  }

  private void copy(Part part, long[] suspects) {
    LongBuffer all = part.digests();
    BinaryCopy.into(
        dataSource,
        "alike",
        COLUMNS,
        copy -> {
          for (int i = 0; i < all.limit(); i++) {
            if (Arrays.binarySearch(suspects, all.get(i)) >= 0) {
              copy.row();
              copy.put(part.delivery());
              copy.put(part.lines().get(i));
              copy.put(all.get(i));
            }
          }
        });
  }
}
