package org.sunlitledger.check.alike;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.alike.Digests.Share;
import org.sunlitledger.check.alike.LineDigests.DigestPart;
import org.sunlitledger.check.alike.LineDigests.Wanted;
import org.sunlitledger.check.alike.LineDigests.Which;
import org.sunlitledger.database.copy.BinaryCopy;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.storage.RecalledLines;

/**
 * Finds lines that agree in some columns: the same voucher twice, the same person on the same day.
 * Digests only make a line suspect; the caller compares the lines themselves.
 */
@Component
public final class AlikeLines {
  private static final List<String> COLUMNS = List.of("search", "delivery_id", "line", "digest");
  private static final List<String> RESTS = List.of("delivery_id", "line", "rest");

  /** So many candidates' digests are held at once: 16 MB. */
  private static final long HELD_LINES = 1 << 22;

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final LineDigests digests;
  private final DigestMaker maker;
  private final RecalledLines recalled;

  AlikeLines(
      JdbcClient jdbc,
      DataSource dataSource,
      LineDigests digests,
      DigestMaker maker,
      RecalledLines recalled) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.digests = digests;
    this.maker = maker;
    this.recalled = recalled;
  }

  /**
   * Shows as {@code alike} every line that may agree with a candidate, the candidate included. What
   * was found is kept until the caller's transaction ends, and shown again to a caller that asks
   * for the same lines, or some of their years; lines of other years are then among them. Those
   * whose records are in files are a part of {@code standing_R} from then on.
   */
  public void show(Wanted wanted) {
    begin();
    show(known(wanted).orElseGet(() -> search(wanted)));
    if (recalled.areAny(wanted.register().name(), wanted.years())) {
      maker.prepareStored(wanted.register(), wanted.columns());
      recallSame(
          wanted,
          """
        select b.digest, %s as rest
        from alike b
        join public.%s r on r.delivery_id = b.delivery_id and r.line = b.line
        """
              .formatted(
                  DigestMaker.rest(wanted.register(), wanted.columns()),
                  SqlName.checked(wanted.register().name())));
    }
  }

  /**
   * Shows as {@code alike} every line that may have one of some digests, which a query yields. It
   * is for few of them: only one list of them is held, and nothing is kept for another question.
   */
  public void showAny(Wanted wanted, String query) {
    showAny(wanted, query, Which.ALL);
    recalled.recall(
        wanted.register().name(), wanted.years(), "select delivery_id, line from alike");
  }

  /**
   * Lets {@code standing_R} have the records in files that may agree with a candidate.
   *
   * @param candidates the view of the candidates, which has the columns too
   */
  public void recall(Wanted wanted, String candidates) {
    if (!recalled.areAny(wanted.register().name(), wanted.years())) {
      return;
    }
    maker.prepareStored(wanted.register(), wanted.columns());
    String hashes =
        "select %s as digest, %s as rest from %s r"
            .formatted(
                DigestMaker.digest(wanted.register(), wanted.columns()),
                DigestMaker.rest(wanted.register(), wanted.columns()),
                SqlName.checked(candidates));
    showAny(
        wanted,
        "select distinct digest from (%s) c where digest is not null".formatted(hashes),
        Which.STORED);
    recallSame(wanted, hashes);
  }

  private void showAny(Wanted wanted, String query, Which which) {
    begin();
    int[] sought =
        jdbc.sql(query).query(Integer.class).stream().mapToInt(i -> i).sorted().toArray();
    int search = number(Map.of("register", "", "columns", "", "from", 0, "to", 0));
    copy(wanted, search, which, new DigestSet(sought), digest -> {});
    jdbc.sql("analyze alike_line").update();
    show(search);
  }

  /** Forgets what was found: with other candidates the same question has another answer. */
  public void forget() {
    jdbc.sql("drop table if exists pg_temp.alike_search, pg_temp.alike_line cascade").update();
  }

  private void begin() {
    jdbc.sql(
            """
            create temporary table if not exists alike_search (
              search integer generated always as identity,
              register text,
              columns text,
              from_year integer,
              to_year integer
            ) on commit drop
            """)
        .update();
    jdbc.sql(
            """
            create temporary table if not exists alike_line (
              search integer, delivery_id bigint, line integer, digest integer
            ) on commit drop
            """)
        .update();
  }

  private void show(int search) {
    jdbc.sql(
            """
            create or replace temporary view alike as
            select delivery_id, line, digest
            from alike_line
            where search = %d
            """
                .formatted(search))
        .update();
  }

  /**
   * Recalls those lines shown as {@code alike} whose whole hash is that of a candidate: of equal
   * digests, one in four thousand million is equal by chance, and a file would be read for it.
   *
   * @param candidates a query for their {@code digest} and {@code rest}
   */
  private void recallSame(Wanted wanted, String candidates) {
    jdbc.sql("drop table if exists pg_temp.alike_rest").update();
    jdbc.sql(
            """
            create temporary table alike_rest (
              delivery_id bigint, line integer, rest integer
            ) on commit drop
            """)
        .update();
    suspects().forEach((delivery, lines) -> copyRests(wanted, delivery, lines));
    recalled.recall(
        wanted.register().name(),
        wanted.years(),
        """
        select a.delivery_id, a.line
        from alike a
        join alike_rest s on s.delivery_id = a.delivery_id and s.line = a.line
        where (a.digest, s.rest) in (%s)
        """
            .formatted(candidates));
  }

  /** The lines shown as {@code alike} that are in files, by their deliveries. */
  private Map<Long, BitSet> suspects() {
    Map<Long, BitSet> suspects = new TreeMap<>();
    jdbc.sql(
            """
            select a.delivery_id, a.line
            from alike a
            join stored_lines s on s.delivery_id = a.delivery_id
            """)
        .query(
            (RowCallbackHandler)
                row ->
                    suspects
                        .computeIfAbsent(row.getLong(1), delivery -> new BitSet())
                        .set(row.getInt(2)));
    return suspects;
  }

  private void copyRests(Wanted wanted, long delivery, BitSet lines) {
    Map<Integer, Integer> rests = digests.rests(wanted, delivery, lines);
    BinaryCopy.into(
        dataSource,
        "alike_rest",
        RESTS,
        copy ->
            rests.forEach(
                (line, rest) -> {
                  copy.row();
                  copy.put(delivery);
                  copy.put(line);
                  copy.put(rest);
                }));
  }

  /** The search that has found what is wanted. */
  private Optional<Integer> known(Wanted wanted) {
    return jdbc.sql(
            """
            select search
            from alike_search
            where register = :register
              and columns = :columns
              and from_year <= :from
              and to_year >= :to
            limit 1
            """)
        .params(wanted.parameters())
        .query(Integer.class)
        .optional();
  }

  private int number(Map<String, Object> parameters) {
    return jdbc.sql(
            """
            insert into alike_search (register, columns, from_year, to_year)
            values (:register, :columns, :from, :to)
            returning search
            """)
        .params(parameters)
        .query(Integer.class)
        .single();
  }

  private int search(Wanted wanted) {
    int search = number(wanted.parameters());
    int shares = (int) (1 + digests.count(wanted, Which.CANDIDATE) / HELD_LINES);
    for (int share = 0; share < shares; share++) {
      search(wanted, search, new Share(share, shares));
    }
    jdbc.sql("analyze alike_line").update();
    return search;
  }

  private void search(Wanted wanted, int search, Share share) {
    int[] candidates = candidates(wanted, share);
    Digests suspects = new Digests(share);
    for (int i = 1; i < candidates.length; i++) {
      if (candidates[i] == candidates[i - 1]) {
        suspects.add(candidates[i]);
      }
    }
    copy(wanted, search, Which.SETTLED, new DigestSet(candidates), suspects::add);
    copy(wanted, search, Which.CANDIDATE, new DigestSet(suspects.sorted()), digest -> {});
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
            select c.digest
            from (
              select %s as digest
              from recheck_line f
              join %s r using (delivery_id, line)
              join delivery d on d.id = r.delivery_id
              where d.status = 'live'
                and not d.recheck
                and d.year between :from and :to
            ) c
            where c.digest is not null
            """
                .formatted(
                    DigestMaker.digest(wanted.register(), wanted.columns()),
                    SqlName.checked(wanted.register().name())))
        .param("from", wanted.years().from())
        .param("to", wanted.years().to())
        .query((RowCallbackHandler) row -> candidates.add(row.getInt(1)));
    return candidates.sorted();
  }

  /** Copies the lines whose digest is one of some; hands over their digests. */
  private void copy(Wanted wanted, int search, Which which, DigestSet some, IntConsumer found) {
    if (!some.isEmpty()) {
      digests.each(
          wanted,
          which,
          part -> {
            int[] places = some.places(part.digests());
            if (places.length > 0) {
              copy(search, part, places, digests.lines(wanted, part, places));
              Arrays.stream(places).map(part.digests()::get).forEach(found);
            }
          });
    }
  }

  private void copy(int search, DigestPart part, int[] places, int[] lines) {
    BinaryCopy.into(
        dataSource,
        "alike_line",
        COLUMNS,
        copy -> {
          for (int i = 0; i < places.length; i++) {
            copy.row();
            copy.put(search);
            copy.put(part.delivery());
            copy.put(lines[i]);
            copy.put(part.digests().get(places[i]));
          }
        });
  }
}
