package org.sunlitledger.cli.delivery;

import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the rules there are. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "List the rules there are.")
public final class RulesCommand extends DatabaseCommand {

  @Mixin private final Output output = new Output();

  @Override
  protected int run(Session session) {
    Listing listing = new Listing("rule", "severity", "register", "title", "expected", "basis");
    session
        .the(Rules.class)
        .all(session.messages().isChinese())
        .forEach(
            rule ->
                listing.add(
                    rule.id(),
                    rule.severity(),
                    rule.register(),
                    rule.title(),
                    rule.expects(),
                    rule.basis()));
    listing.print(out(), session.messages(), output.json());
    return CLEAN;
  }
}
