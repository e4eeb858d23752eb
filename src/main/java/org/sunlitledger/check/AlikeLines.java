package org.sunlitledger.check;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.Digests.Share;
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

  /** So many candidates' digests are held at once: 16 MB. */
  private static final long MOST = 1 << 22;

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
              delivery_id bigint, line integer, digest integer
            ) on commit drop
            """)
        .update();
    jdbc.sql("truncate alike").update();
    int shares = (int) (1 + digests.count(wanted, Which.CANDIDATE) / MOST);
    for (int share = 0; share < shares; share++) {
      find(wanted, new Share(share, shares));
    }
    jdbc.sql("analyze alike").update();
  }

  private void find(Wanted wanted, Share share) {
    int[] candidates = candidates(wanted, share);
    Digests suspects = new Digests(share);
    for (int i = 1; i < candidates.length; i++) {
      if (candidates[i] == candidates[i - 1]) {
        suspects.add(candidates[i]);
      }
    }
    copy(wanted, Which.SETTLED, new DigestSet(candidates), suspects::add);
    copy(wanted, Which.CANDIDATE, new DigestSet(suspects.sorted()), digest -> {});
  }

  /** Sorted digests of tonight's candidates. */
  private int[] candidates(Wanted wanted, Share share) {
    Digests candidates = new Digests(share);
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
                    DigestMaker.digest(wanted.register(), wanted.columns()),
                    SqlName.of(wanted.register().name())))
        .param("from", wanted.years().from())
        .param("to", wanted.years().to())
        .query((RowCallbackHandler) row -> candidates.add(row.getInt(1)));
    return candidates.sorted();
  }

  /** Copies the lines whose digest is one of some; hands over their digests. */
  private void copy(Wanted wanted, Which which, DigestSet some, IntConsumer found) {
    if (!some.isEmpty()) {
      digests.each(
          wanted,
          which,
          part -> {
            int[] places = some.places(part.digests());
            if (places.length > 0) {
              copy(part, places, digests.lines(wanted, part, places));
              Arrays.stream(places).map(part.digests()::get).forEach(found);
            }
          });
    }
  }

  private void copy(Part part, int[] places, int[] lines) {
    BinaryCopy.into(
        dataSource,
        "alike",
        COLUMNS,
        copy -> {
          for (int i = 0; i < places.length; i++) {
            copy.row();
            copy.put(part.delivery());
            copy.put(lines[i]);
            copy.put(part.digests().get(places[i]));
          }
        });
  }
}
