package org.sunlitledger.cli.delivery;

import java.util.List;
import java.util.Optional;
import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.intake.inbox.Acceptance;
import org.sunlitledger.quantity.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides, on the record, what a file or a line is where the program could not decide. */
@Command(
    name = "accept",
    mixinStandardHelpOptions = true,
    description = "Decide, on the record, whether a file corrects another one or counts beside it.")
public final class AcceptCommand extends DatabaseCommand {
  private static final String FURTHER = "further";
  private static final String CORRECTION = "correction-of";

  @Parameters(paramLabel = "NUMBER", description = "As ./sunlit rejects lists it.")
  private long number;

  @Option(
      names = "--as",
      required = true,
      arity = "1..2",
      paramLabel = "correction-of N|further",
      description = "N as ./sunlit deliveries lists it.")
  private List<String> as = List.of();

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason.")
  private String why = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
  private String by = "";

  @Override
  protected int run(Session session) {
    Messages sentences = DecisionScreen.sentences(session);
    boolean isCorrection =
        as.size() == 2 && as.get(0).equals(CORRECTION) && as.get(1).matches("\\d{1,15}");
    if (!isCorrection && !as.equals(List.of(FURTHER))) {
      err().println("sunlit: " + sentences.text("accept.usage"));
      return USAGE;
    }
    Optional<Long> corrects =
        isCorrection ? Optional.of(Long.valueOf(as.get(1))) : Optional.empty();
    Acceptance.AcceptanceResult result =
        session.the(Acceptance.class).accept(number, corrects, why, by);
    if (result instanceof Acceptance.Accepted accepted) {
      out().println(sentence(sentences, accepted));
      return CLEAN;
    }
    err().println("sunlit: " + ((Acceptance.RefusedAcceptance) result).why().text(sentences));
    return REFUSED;
  }

  private String sentence(Messages sentences, Acceptance.Accepted accepted) {
    String as =
        accepted
            .corrects()
            .map(one -> sentences.text("accept.correction", one))
            .orElseGet(() -> sentences.text("accept.further"));
    return sentences.text(
        accepted.isThere() ? "accept.done" : "accept.hand-in-again", number, accepted.place(), as);
  }
}
