package org.sunlitledger.cli.delivery;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.intake.inbox.InboxAccount.Hint;
import org.sunlitledger.intake.inbox.InboxAccount.Import;
import org.sunlitledger.intake.inbox.InboxAccount.OtherDelivery;
import org.sunlitledger.intake.inbox.InboxAccount.ReportedEntry;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.quantity.money.AmountText;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.register.Registers;

/** Shows every entry of an inbox, one line each. */
public final class InboxScreen {
  private static final int SHOWN_HINTS = 5;

  /** The others name a column, a sheet or rows themselves. */
  private static final Set<String> ON_A_LINE =
      Set.of(
          ShapeRule.FILE_AMOUNT_LEFT_OUT.id(),
          ShapeRule.FILE_AMOUNT_IN_NOTE.id(),
          ShapeRule.FILE_TOTAL_BLANK.id());

  private final Messages messages;
  private final Registers registers;
  private final Rules rules;
  private final ZoneId zone;

  public InboxScreen(Session session) {
    this.messages = session.messages();
    this.registers = session.the(Registers.class);
    this.rules = session.the(Rules.class);
    this.zone = session.the(Clock.class).getZone();
  }

  public void show(List<ReportedEntry> entries, PrintWriter out) {
    for (ReportedEntry entry : entries) {
      out.println("  " + entry.shown() + (messages.isChinese() ? "：" : ": ") + what(entry));
    }
  }

  private String what(ReportedEntry entry) {
    if (entry.isGone()) {
      return entry
          .renamedTo()
          .map(name -> messages.text("entry.renamed", name))
          .orElseGet(() -> messages.text("entry.gone", Moment.in(zone, entry.since())));
    }
    if (entry.imports().isEmpty()) {
      return messages.text("entry." + entry.state());
    }
    return String.join(
        messages.isChinese() ? "；" : "; ",
        entry.imports().stream().map(imported -> what(entry, imported)).toList());
  }

  private String what(ReportedEntry entry, Import imported) {
    List<String> parts = new ArrayList<>();
    if (!imported.isNew()) {
      parts.add(messages.text("entry.known", Moment.in(zone, entry.since())));
    }
    if (imported.isOfOtherFile()) {
      parts.add(messages.text("entry.same", imported.name()));
    }
    parts.add(fate(imported));
    if (imported.rejected() > 0 && imported.status().equals("live")) {
      parts.add(messages.text("entry.lines-rejected", imported.rejected()));
    }
    replaced(imported).ifPresent(parts::add);
    changed(imported).ifPresent(parts::add);
    hints(imported).forEach(parts::add);
    return String.join(messages.isChinese() ? "，" : ", ", parts);
  }

  private String fate(Import imported) {
    return switch (imported.status()) {
      case "refused" ->
          messages.text(
              "entry.rejected",
              imported.rule().map(this::title).orElse(""),
              imported.open().map(String::valueOf).orElse(""));
      case "live", "held" ->
          messages.text(
              "entry." + imported.status(),
              imported.register().map(this::register).orElse(""),
              imported.year(),
              imported.lines(),
              AmountText.STANDARD.format(imported.amount()));
      case "superseded" -> messages.text("entry.superseded");
      default -> messages.text("entry.not-finished");
    };
  }

  private Optional<String> replaced(Import imported) {
    if (imported.status().equals("superseded")) {
      return imported.replacedBy().map(other -> other("entry.replaced-by", other));
    }
    return imported.replaces().map(other -> other("entry.replaces", other));
  }

  private Optional<String> changed(Import imported) {
    return imported
        .changes()
        .filter(changes -> imported.isNew() && imported.status().equals("live"))
        .map(
            changes ->
                messages.text("entry.changes", changes.added(), changes.gone(), changes.changed()));
  }

  /** One for each rule, with what was found, the first ones. */
  private List<String> hints(Import imported) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Hint hint : imported.hints()) {
      String what =
          ON_A_LINE.contains(hint.rule())
              ? messages.text("entry.hint-line", hint.line(), hint.found())
              : hint.found();
      found.computeIfAbsent(title(hint.rule()), rule -> new ArrayList<>()).add(what);
    }
    return found.entrySet().stream()
        .map(
            hint ->
                messages.text(
                    hint.getValue().size() > SHOWN_HINTS ? "entry.hint-more" : "entry.hint",
                    hint.getKey(),
                    hint.getValue().stream()
                        .limit(SHOWN_HINTS)
                        .collect(Collectors.joining(messages.isChinese() ? "、" : ", ")),
                    hint.getValue().size() - SHOWN_HINTS))
        .toList();
  }

  private String other(String key, OtherDelivery other) {
    return messages.text(key, other.name(), other.delivery());
  }

  private String title(String rule) {
    return Optional.ofNullable(rules.byId(messages.isChinese()).get(rule))
        .map(Rules.Rule::title)
        .orElse(rule);
  }

  private String register(String name) {
    return messages.isChinese() ? registers.get(name).title() : name;
  }
}
