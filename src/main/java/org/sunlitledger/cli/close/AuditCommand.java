package org.sunlitledger.cli.close;

import java.time.Clock;
import java.time.ZoneId;
import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.view.AuditWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists who did what to a year, and when. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "List who decided, closed and reopened what, and when.")
public final class AuditCommand extends DatabaseCommand {

  @Mixin private final ReportYear year = new ReportYear();

  @Mixin private final Output output = new Output();

  @Override
  protected int run(Session session) {
    ZoneId zone = session.the(Clock.class).getZone();
    AuditWords words = new AuditWords(session.messages(), DecisionScreen.sentences(session));
    Listing listing =
        new Listing("at", "who", "os_user", "action", "discrepancy", "detail", "via", "login")
            .whole("discrepancy")
            .wrapped("detail");
    for (AuditTrail.Event event : session.the(AuditTrail.class).events(year.value())) {
      listing.add(
          output.json() ? event.at().toInstant().toString() : Moment.in(zone, event.at()),
          words.who(event),
          event.osUser(),
          words.action(event),
          event.discrepancy().map(String::valueOf).orElse(""),
          words.detail(event),
          words.via(event),
          words.login(event));
    }
    listing.print(out(), session.messages(), output.json());
    return CLEAN;
  }
}
