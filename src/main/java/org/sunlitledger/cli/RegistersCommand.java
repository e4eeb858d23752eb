package org.sunlitledger.cli;

import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the registers there are, with their columns. */
@Command(
    name = "registers",
    mixinStandardHelpOptions = true,
    description = "List the registers there are.")
final class RegistersCommand extends DatabaseCommand {

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  int run(Session session) {
    Listing listing = new Listing("register", "title", "columns");
    for (Register register : session.the(Registers.class).all()) {
      listing.add(
          register.name(),
          register.title(),
          String.join("、", register.fields().stream().map(Field::title).toList()));
    }
    listing.print(out(), session.messages(), json);
    return CLEAN;
  }
}
