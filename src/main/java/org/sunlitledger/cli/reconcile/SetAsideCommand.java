package org.sunlitledger.cli.reconcile;

import java.util.List;
import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.open.OpenDecisions;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.quantity.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Says, on the record, that something open does not count, or takes that back. */
@Command(
    name = "set-aside",
    mixinStandardHelpOptions = true,
    description = "Say, on the record, that something open does not count.")
public final class SetAsideCommand extends DatabaseCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "NUMBER",
      description = "As ./sunlit rejects lists it; 12-40 for several.",
      converter = RangeReader.class)
  private List<NumberRange> numbers = List.of();

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason.")
  private String why = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
  private String by = "";

  @Option(names = "--undo", description = "Take it back: the item is open again.")
  private boolean undo;

  /** RangeReader from one to another. */
  record NumberRange(long from, long to) {
    /**
     * Those that can be decided; a number that is named alone or does not exist is rejected later.
     */
    List<Long> among(OpenItems items, boolean setAside) {
      List<Long> among = from == to ? List.of() : items.between(from, to, setAside);
      return among.isEmpty() ? List.of(from) : among;
    }
  }

  /** Reads 12 or 12-40. */
  static final class RangeReader implements ITypeConverter<NumberRange> {
    @Override
    public NumberRange convert(String text) {
      if (!text.matches("\\d{1,15}(-\\d{1,15})?")) {
        throw new TypeConversionException(
            "'%s' is neither a number nor a range 12-40".formatted(text));
      }
      String[] ends = text.split("-", -1);
      long from = Long.parseLong(ends[0]);
      long to = Long.parseLong(ends[ends.length - 1]);
      if (to < from) {
        throw new TypeConversionException("'%s': the smaller number comes first".formatted(text));
      }
      return new NumberRange(from, to);
    }
  }

  @Override
  protected int run(Session session) {
    Messages sentences = DecisionScreen.sentences(session);
    if (!undo && why.isBlank()) {
      err().println("sunlit: " + sentences.text("set-aside.why"));
      return USAGE;
    }
    OpenItems items = session.the(OpenItems.class);
    List<Long> all =
        numbers.stream().flatMap(range -> range.among(items, undo).stream()).distinct().toList();
    OpenDecisions decisions = session.the(OpenDecisions.class);
    return new OpenDecisionScreen(session, this)
        .show(
            undo ? decisions.undo(all, by) : decisions.setAside(all, why, by),
            undo ? "set-aside.undone" : "set-aside.done");
  }
}
