package org.sunlitledger.cli.delivery;

import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the registers there are, with their columns. */
@Command(
    name = "registers",
    mixinStandardHelpOptions = true,
    description = "List the registers there are.")
public final class RegistersCommand extends DatabaseCommand {

  @Mixin private final Output output = new Output();

  @Override
  protected int run(Session session) {
    Listing listing = new Listing("register", "title", "columns").beneath("columns");
    if (session.messages().isChinese()) {
      listing.programsOnly("register");
    }
    for (Register register : session.the(Registers.class).all()) {
      listing.add(
          register.name(),
          register.title(),
          String.join("、", register.fields().stream().map(Field::title).toList()));
    }
    listing.print(out(), session.messages(), output.json());
    return CLEAN;
  }
}
