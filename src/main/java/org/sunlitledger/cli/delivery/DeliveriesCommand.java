package org.sunlitledger.cli.delivery;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.view.CodeWords;
import org.sunlitledger.view.DeliveryFilter;
import org.sunlitledger.view.DeliveryList;
import org.sunlitledger.view.DeliveryOrder;
import org.sunlitledger.view.ListedDelivery;
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
    "handed_in_by",
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
                "handed_in_by",
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
    DeliveryList deliveries = session.the(DeliveryList.class);
    deliveries.each(
        DeliveryFilter.none(),
        DeliveryOrder.OLDEST,
        delivery -> add(listing, delivery, session, words, zone));
    listing.print(out(), session.messages(), output.json());
    if (!output.json() && deliveries.hasHeld()) {
      out().println(session.messages().text("deliveries.held"));
    }
    return CLEAN;
  }

  private static void add(
      Listing listing, ListedDelivery delivery, Session session, CodeWords words, ZoneId zone) {
    Optional<ListedDelivery.Changes> changes = delivery.changes();
    listing.add(
        delivery.id(),
        words.register(delivery.register().orElse("")),
        delivery.year(),
        delivery.name(),
        words.delivery(delivery.status()),
        text(delivery.supersedes()),
        text(delivery.supplements()),
        delivery.proof().read(),
        delivery.proof().accepted(),
        delivery.proof().refused(),
        yuan(Optional.of(delivery.proof().fenAccepted())),
        notZero(yuan(Optional.of(delivery.proof().fenRefused()))),
        text(delivery.mended()),
        text(delivery.withdrawn()),
        text(delivery.stillWrong()),
        text(delivery.fresh()),
        Moment.in(zone, delivery.received()),
        delivery.handedInBy().orElse(""),
        notZero(number(delivery.open())),
        delivery.setAside(),
        new ListingCell(delivery.warnings(), hints(session, words, delivery.hints())),
        text(changes.map(ListedDelivery.Changes::added)),
        text(changes.map(ListedDelivery.Changes::gone)),
        text(changes.map(ListedDelivery.Changes::changed)),
        notZero(yuan(changes.map(ListedDelivery.Changes::fenAdded))),
        notZero(yuan(changes.map(ListedDelivery.Changes::fenGone))),
        notZero(yuan(changes.map(ListedDelivery.Changes::fenChanged))));
  }

  /** What the file was warned of: the title of each rule, the line, what was found. */
  private static String hints(Session session, CodeWords words, List<ListedDelivery.Hint> hints) {
    return hints.stream()
        .map(
            hint ->
                session
                    .messages()
                    .text(
                        hint.line().isEmpty() ? "deliveries.hint" : "deliveries.hint-line",
                        words.rule(hint.rule()),
                        hint.line(),
                        hint.found()))
        .collect(Collectors.joining(session.messages().isChinese() ? "；" : "; "));
  }

  private static String text(Optional<Long> number) {
    return number.map(String::valueOf).orElse("");
  }

  private static ListingCell number(long number) {
    return new ListingCell(String.valueOf(number), String.valueOf(number));
  }

  /** Digits in groups of three for people. */
  private static ListingCell yuan(Optional<Long> fen) {
    String yuan = fen.map(amount -> Fen.yuan(amount).toPlainString()).orElse("");
    return new ListingCell(yuan, yuan.isEmpty() ? "" : "%,.2f".formatted(new BigDecimal(yuan)));
  }

  /** People see nothing where there is nothing. */
  private static ListingCell notZero(ListingCell number) {
    return number.words().matches("[0.]*") ? new ListingCell(number.code(), "") : number;
  }
}
