package org.sunlitledger.cli.delivery;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.view.CodeWords;
import org.sunlitledger.view.ListingCell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the deliveries there are. */
@Command(
    name = "deliveries",
    mixinStandardHelpOptions = true,
    description = "List the deliveries there are.")
public final class DeliveriesCommand extends DatabaseCommand {

  /** Columns that most deliveries have nothing in. */
  private static final String[] BENEATH = {
    "supersedes",
    "supplements",
    "yuan_refused",
    "mended",
    "withdrawn",
    "still_wrong",
    "new",
    "open",
    "set_aside",
    "warnings",
    "lines_added",
    "lines_gone",
    "lines_changed",
    "yuan_added",
    "yuan_gone",
    "yuan_changed"
  };

  private static final String HELD = "select exists (select from delivery where status = 'held')";

  @Mixin private final Output output = new Output();

  @Override
  protected int run(Session session) {
    CodeWords words = session.words();
    ZoneId zone = session.the(Clock.class).getZone();
    Listing listing =
        new Listing(
                "delivery",
                "register",
                "year",
                "file",
                "status",
                "supersedes",
                "supplements",
                "lines_read",
                "lines_accepted",
                "lines_refused",
                "yuan_accepted",
                "yuan_refused",
                "mended",
                "withdrawn",
                "still_wrong",
                "new",
                "received",
                "open",
                "set_aside",
                "warnings",
                "lines_added",
                "lines_gone",
                "lines_changed",
                "yuan_added",
                "yuan_gone",
                "yuan_changed")
            .whole("delivery")
            .wrapped("file")
            .beneath(BENEATH);
    session
        .the(JdbcClient.class)
        .sql(
            """
            with refused as (
              select distinct delivery_id, line
              from finding
              where severity = 'error'
                and line is not null
            ), corrected as (
              select n.id, r.line as old, now.line as wrong
              from delivery n
              join refused r on r.delivery_id = n.supersedes
              left join refused now on now.delivery_id = n.id and now.line = r.line
              where n.status = 'live'
              union all
              select n.id, s.original, now.line
              from delivery n
              join supplement_line s on s.delivery_id = n.id
              left join refused now on now.delivery_id = n.id and now.line = s.line
              where n.supplements is not null
                and not s.withdrawn
            ), withdrawn as (
              select delivery_id as id, count(*) as lines
              from supplement_line
              where withdrawn
              group by delivery_id
            ), mending as (
              select
                id,
                count(distinct old) filter (where wrong is null) as mended,
                count(distinct wrong) as wrong,
                count(distinct wrong) filter (where b.line is null) as still_wrong
              from corrected
              left join brought_again b on b.delivery_id = id and b.line = wrong
              group by id
            ), items as (
              select
                t.delivery_id as id,
                count(*) filter (where i.set_aside_at is null) as open,
                string_agg(
                  i.id || ' ' || i.set_aside_by || coalesce(' + ' || i.approved_by, '') || ': ' || i.why,
                  '; ' order by i.id)
                  filter (where i.set_aside_at is not null) as set_aside
              from open_thing t
              left join open_item i using (delivery_id, kind, line, subject)
              group by t.delivery_id
            ), hints as (
              select
                delivery_id as id,
                string_agg(
                  rule || coalesce(' ' || line, '') || ': ' || coalesce(found, ''),
                  '; ' order by finding.id) as warnings,
                array_agg(rule order by finding.id) as rules,
                array_agg(coalesce(line::text, '') order by finding.id) as lines,
                array_agg(coalesce(found, '') order by finding.id) as found
              from finding
              where source = 'intake'
                and (severity = 'warning' or rule = 'file-amount-left-out')
              group by delivery_id
            )
            select d.id, d.register, d.year, d.name, d.status, d.supersedes, d.supplements,
              d.lines_read, d.lines_accepted, d.lines_refused, d.fen_accepted, d.fen_refused,
              m.mended, w.lines, m.still_wrong,
              case when d.supersedes is not null or d.supplements is not null
                then d.lines_refused - coalesce(m.wrong, 0) end,
              d.received_at,
              coalesce(i.open, 0),
              coalesce(i.set_aside, ''),
              coalesce(h.warnings, ''),
              d.lines_added, d.lines_gone, d.lines_changed,
              d.fen_added, d.fen_gone, d.fen_changed,
              h.rules, h.lines, h.found
            from delivery d
            left join items i on i.id = d.id
            left join hints h on h.id = d.id
            left join mending m on m.id = d.id
            left join withdrawn w on w.id = d.id
            order by d.id
            """)
        .query(
            row -> {
              listing.add(
                  row.getLong(1),
                  words.register(Optional.ofNullable(row.getString(2)).orElse("")),
                  row.getInt(3),
                  row.getString(4),
                  words.delivery(row.getString(5)),
                  Optional.ofNullable(row.getString(6)).orElse(""),
                  Optional.ofNullable(row.getString(7)).orElse(""),
                  row.getInt(8),
                  row.getInt(9),
                  row.getInt(10),
                  grouped(yuan(row.getString(11))),
                  notZero(grouped(yuan(row.getString(12)))),
                  Optional.ofNullable(row.getString(13)).orElse(""),
                  Optional.ofNullable(row.getString(14)).orElse(""),
                  Optional.ofNullable(row.getString(15)).orElse(""),
                  Optional.ofNullable(row.getString(16)).orElse(""),
                  Moment.in(zone, row.getObject(17, OffsetDateTime.class)),
                  notZero(new ListingCell(row.getString(18), row.getString(18))),
                  row.getString(19),
                  new ListingCell(row.getString(20), hints(session, words, row)),
                  Optional.ofNullable(row.getString(21)).orElse(""),
                  Optional.ofNullable(row.getString(22)).orElse(""),
                  Optional.ofNullable(row.getString(23)).orElse(""),
                  notZero(grouped(yuan(row.getString(24)))),
                  notZero(grouped(yuan(row.getString(25)))),
                  notZero(grouped(yuan(row.getString(26)))));
            });
    listing.print(out(), session.messages(), output.json());
    if (!output.json() && session.the(JdbcClient.class).sql(HELD).query(Boolean.class).single()) {
      out().println(session.messages().text("deliveries.held"));
    }
    return CLEAN;
  }

  /** What the file was warned of: the title of each rule, the line, what was found. */
  private static String hints(Session session, CodeWords words, ResultSet row) throws SQLException {
    if (row.getString(20).isEmpty()) {
      return "";
    }
    String[] rules = (String[]) row.getArray(27).getArray();
    String[] lines = (String[]) row.getArray(28).getArray();
    String[] found = (String[]) row.getArray(29).getArray();
    return IntStream.range(0, rules.length)
        .mapToObj(
            i ->
                session
                    .messages()
                    .text(
                        lines[i].isEmpty() ? "deliveries.hint" : "deliveries.hint-line",
                        words.rule(rules[i]),
                        lines[i],
                        found[i]))
        .collect(Collectors.joining(session.messages().isChinese() ? "；" : "; "));
  }

  /** Digits in groups of three for people. */
  private static ListingCell grouped(String yuan) {
    return new ListingCell(yuan, yuan.isEmpty() ? "" : "%,.2f".formatted(new BigDecimal(yuan)));
  }

  /** People see nothing where there is nothing. */
  private static ListingCell notZero(ListingCell number) {
    return number.words().matches("[0.]*") ? new ListingCell(number.code(), "") : number;
  }

  private static String yuan(@Nullable String fen) {
    return fen == null ? "" : Fen.yuan(Long.parseLong(fen)).toPlainString();
  }
}
