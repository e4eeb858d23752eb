package org.sunlitledger.intake.inbox;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.HiddenNames;

/** Accounts for every entry of an inbox: its state and its result. */
@Component
public final class InboxAccount {
  private final JdbcClient jdbc;
  private final HiddenNames hidden;

  InboxAccount(JdbcClient jdbc, HiddenNames hidden) {
    this.jdbc = jdbc;
    this.hidden = hidden;
  }

  /**
   * An entry of an inbox.
   *
   * @param shown its path below the inbox
   * @param since when its bytes were first seen at this place
   * @param isGone whether an earlier scan saw it and it has disappeared
   * @param renamedTo the entry that has its bytes now, if it has disappeared
   * @param imports a delivery for each of its sheets; empty if it is not read
   */
  public record ReportedEntry(
      String shown,
      EntryState state,
      OffsetDateTime since,
      boolean isGone,
      Optional<String> renamedTo,
      List<Import> imports) {}

  /**
   * A delivery from an entry.
   *
   * @param register empty if it was rejected before the register was known
   * @param amount fen accepted
   * @param isNew whether no run has reported it yet
   * @param isOfOtherFile whether another file with the same bytes was imported, and this one was
   *     not
   * @param changes empty if it replaces nothing, or its register has no key
   * @param hints the first warnings about the file, and omitted amounts according to its notes
   * @param rule the rule that rejected it as a whole; empty if it was not rejected
   * @param open number of that rejection among the open items
   */
  public record Import(
      long delivery,
      Optional<String> register,
      int year,
      String name,
      String status,
      long lines,
      long rejected,
      long amount,
      boolean isNew,
      boolean isOfOtherFile,
      Optional<OtherDelivery> replaces,
      Optional<CorrectionChanges> changes,
      Optional<OtherDelivery> replacedBy,
      List<Hint> hints,
      Optional<String> rule,
      Optional<Long> open) {}

  /**
   * A warning about a file, for example about a column that was not read.
   *
   * @param line 0 if it concerns the whole file
   */
  public record Hint(String rule, int line, String found) {}

  /** Another delivery. */
  public record OtherDelivery(long delivery, String name) {}

  /**
   * The changes of a correction: lines that only the correction has, lines that only the other
   * delivery has, and lines that differ.
   */
  public record CorrectionChanges(int added, int gone, int changed) {}

  /**
   * The entries seen in a folder since a given time, and the unreported entries that were moved to
   * the archive or have disappeared.
   */
  public List<ReportedEntry> entries(Path folder, OffsetDateTime since) {
    List<ReportedEntry> entries = new ArrayList<>();
    jdbc.sql(
            """
            select
              e.shown,
              e.state,
              e.since,
              e.gone,
              (
                select o.shown
                from inbox_entry o
                where e.gone
                  and not o.gone
                  and o.inbox = e.inbox
                  and o.sha256 = e.sha256
                order by o.path
                limit 1
              ) as renamed_to,
              d.id,
              d.register,
              d.year,
              d.name,
              d.status,
              d.lines_read,
              d.lines_refused,
              d.fen_accepted,
              not d.reported as is_new,
              d.path <> e.path as is_of_other_file,
              p.id as replaces,
              p.name as replaces_name,
              d.lines_added,
              d.lines_gone,
              d.lines_changed,
              n.id as replaced_by,
              n.name as replaced_by_name,
              h.rules as hint_rules,
              h.lines as hint_lines,
              h.founds as hint_founds,
              f.rule,
              i.id as open
            from inbox_entry e
            left join lateral (
              select distinct on (year, sheet) *
              from delivery
              where sha256 = e.sha256
              order by year, sheet, id desc
            ) d on true
            left join delivery p on p.id = d.supersedes
            left join lateral (
              select id, name
              from delivery
              where supersedes = d.id
                and status in ('live', 'held', 'superseded')
              order by id desc
              limit 1
            ) n on d.status = 'superseded'
            left join lateral (
              select rule
              from finding
              where delivery_id = d.id
                and severity = 'error'
              order by id
              limit 1
            ) f on d.status = 'refused'
            left join lateral (
              select
                array_agg(rule order by id) as rules,
                array_agg(coalesce(line, 0) order by id) as lines,
                array_agg(coalesce(found, '') order by id) as founds
              from (
                select id, rule, line, found
                from finding
                where delivery_id = d.id
                  and source = 'intake'
                  and (severity = 'warning' or rule = 'file-amount-left-out')
                order by id
                limit 20
              ) first_ones
            ) h on d.status in ('live', 'held')
            left join open_item i on i.delivery_id = d.id and i.kind = 'file'
            where e.inbox = :inbox
              and (e.seen_at >= :since or e.moved or e.gone)
            order by e.gone, e.path, d.year, d.sheet
            """)
        .param("inbox", hidden.kept(FilePath.real(folder)))
        .param("since", since)
        .query((RowCallbackHandler) row -> add(entries, row));
    return entries;
  }

  /** Forgets the entries that have disappeared and are reported. */
  public void forgetGone(Path folder) {
    jdbc.sql("delete from inbox_entry where inbox = :inbox and gone")
        .param("inbox", hidden.kept(FilePath.real(folder)))
        .update();
  }

  private static void add(List<ReportedEntry> entries, ResultSet row) throws SQLException {
    ReportedEntry entry =
        new ReportedEntry(
            row.getString("shown"),
            EntryState.parse(row.getString("state")),
            row.getObject("since", OffsetDateTime.class),
            row.getBoolean("gone"),
            Optional.ofNullable(row.getString("renamed_to")),
            new ArrayList<>());
    boolean isSame =
        !entries.isEmpty()
            && entries.get(entries.size() - 1).shown().equals(entry.shown())
            && entries.get(entries.size() - 1).isGone() == entry.isGone();
    if (!isSame) {
      entries.add(entry);
    }
    if (row.getString("status") != null) {
      entries.get(entries.size() - 1).imports().add(imported(row));
    }
  }

  private static Import imported(ResultSet row) throws SQLException {
    return new Import(
        row.getLong("id"),
        Optional.ofNullable(row.getString("register")),
        row.getInt("year"),
        row.getString("name"),
        row.getString("status"),
        row.getLong("lines_read"),
        row.getLong("lines_refused"),
        row.getLong("fen_accepted"),
        row.getBoolean("is_new"),
        row.getBoolean("is_of_other_file"),
        other(row, "replaces"),
        changes(row),
        other(row, "replaced_by"),
        hints(row),
        Optional.ofNullable(row.getString("rule")),
        Optional.ofNullable(row.getObject("open", Long.class)));
  }

  private static Optional<CorrectionChanges> changes(ResultSet row) throws SQLException {
    return row.getObject("lines_changed") == null
        ? Optional.empty()
        : Optional.of(
            new CorrectionChanges(
                row.getInt("lines_added"), row.getInt("lines_gone"), row.getInt("lines_changed")));
  }

  private static List<Hint> hints(ResultSet row) throws SQLException {
    if (row.getArray("hint_rules") == null) {
      return List.of();
    }
    String[] rules = (String[]) row.getArray("hint_rules").getArray();
    Integer[] lines = (Integer[]) row.getArray("hint_lines").getArray();
    String[] founds = (String[]) row.getArray("hint_founds").getArray();
    return IntStream.range(0, rules.length)
        .mapToObj(i -> new Hint(rules[i], lines[i], founds[i]))
        .toList();
  }

  private static Optional<OtherDelivery> other(ResultSet row, String column) throws SQLException {
    String name = row.getString(column + "_name");
    return name == null
        ? Optional.empty()
        : Optional.of(new OtherDelivery(row.getLong(column), name));
  }
}
