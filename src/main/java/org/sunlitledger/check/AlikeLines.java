package org.sunlitledger.check;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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

  /** So many candidates' digests are held at once: 32 MB. */
  private static final long MOST = 1 << 22;

  /** The last bits of a digest, by which most are told apart. */
  private static final int ENDING = (1 << 25) - 1;

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
    int shares = (int) (1 + digests.count(wanted, Which.CANDIDATE) / MOST);
    for (int share = 0; share < shares; share++) {
      find(wanted, new Share(share, shares));
    }
    jdbc.sql("analyze alike").update();
  }

  private void find(Wanted wanted, Share share) {
    long[] candidates = candidates(wanted, share);
    long[] suspects = suspects(candidates, wanted, share);
    if (suspects.length > 0) {
      digests.eachLine(wanted, part -> copy(part, suspects));
    }
  }

  /** Sorted digests of tonight's candidates. */
  private long[] candidates(Wanted wanted, Share share) {
    Digests candidates = new Digests(share);
    digests.each(
        wanted,
        Which.CANDIDATE,
        all -> {
          while (all.hasRemaining()) {
            candidates.add(all.get());
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

  /** Digests that a candidate has in common with another line; sorted. */
  private long[] suspects(long[] candidates, Wanted wanted, Share share) {
    Digests suspects = new Digests(share);
    for (int i = 1; i < candidates.length; i++) {
      if (candidates[i] == candidates[i - 1]) {
        suspects.add(candidates[i]);
      }
    }
    if (candidates.length > 0) {
      BitSet endings = new BitSet(ENDING + 1);
      for (long candidate : candidates) {
        endings.set((int) candidate & ENDING);
      }
      digests.each(
          wanted,
          Which.SETTLED,
          all -> {
            while (all.hasRemaining()) {
              long digest = all.get();
              // most end as no candidate does, and need not be looked for
              if (endings.get((int) digest & ENDING)
                  && Arrays.binarySearch(candidates, digest) >= 0) {
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
