package org.sunlitledger.cli.delivery;

import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.view.CodeWords;
import org.sunlitledger.view.ListingCell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the rules there are. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "List the rules there are.")
public final class RulesCommand extends DatabaseCommand {

  @Mixin private final Output output = new Output();

  @Override
  protected int run(Session session) {
    CodeWords words = session.words();
    Listing listing =
        new Listing("rule", "severity", "register", "title", "expected", "basis")
            .wrapped("title")
            .beneath("expected", "basis");
    if (session.messages().isChinese()) {
      listing.programsOnly("rule");
    }
    session
        .the(Rules.class)
        .all(session.messages().isChinese())
        .forEach(
            rule ->
                listing.add(
                    rule.id(),
                    words.severity(rule.severity()),
                    words.register(rule.register()),
                    rule.title(),
                    new ListingCell(rule.expects(), expectation(rule)),
                    rule.basis()));
    listing.print(out(), session.messages(), output.json());
    return CLEAN;
  }

  /** What would be right in general: the value that a line has to match differs by line. */
  private static String expectation(Rules.Rule rule) {
    return rule.expects().strip().equals("{expected}") ? "" : rule.expectation("…");
  }
}
