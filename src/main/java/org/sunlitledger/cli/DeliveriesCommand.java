package org.sunlitledger.cli;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.quantity.Fen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the deliveries there are. */
@Command(
    name = "deliveries",
    mixinStandardHelpOptions = true,
    description = "List the deliveries there are.")
final class DeliveriesCommand extends DatabaseCommand {

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  int run(Session session) {
    Listing listing =
        new Listing(
            "delivery",
            "register",
            "year",
            "file",
            "status",
            "supersedes",
            "lines_read",
            "lines_accepted",
            "lines_refused",
            "yuan_accepted",
            "yuan_refused",
            "received");
    session
        .the(JdbcClient.class)
        .sql(
            """
            select id, register, year, name, status, supersedes, lines_read, lines_accepted,
              lines_refused, fen_accepted, fen_refused, to_char(received_at, 'YYYY-MM-DD HH24:MI')
            from delivery
            order by id
            """)
        .query(
            row -> {
              listing.add(
                  row.getLong(1),
                  Optional.ofNullable(row.getString(2)).orElse(""),
                  row.getInt(3),
                  row.getString(4),
                  row.getString(5),
                  Optional.ofNullable(row.getString(6)).orElse(""),
                  row.getInt(7),
                  row.getInt(8),
                  row.getInt(9),
                  Fen.yuan(row.getLong(10)).toPlainString(),
                  Fen.yuan(row.getLong(11)).toPlainString(),
                  row.getString(12));
            });
    listing.print(out(), session.messages(), json);
    return CLEAN;
  }
}
