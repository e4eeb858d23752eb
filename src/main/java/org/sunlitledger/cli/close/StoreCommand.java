package org.sunlitledger.cli.close;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.FullYears;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.cli.shell.YearNumber;
import org.sunlitledger.close.store.RecordStore;
import org.sunlitledger.close.store.RecordStore.NotStored;
import org.sunlitledger.close.store.RecordStore.RecordsStored;
import org.sunlitledger.close.store.RecordStore.StoreResult;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.quantity.text.Messages;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves the records of closed years out of the database, on the record. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description = "Move the records of closed years from the database to files.")
public final class StoreCommand extends DatabaseCommand {

  @ArgGroup(multiplicity = "1")
  private WhichYears which = new WhichYears();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who moves them.")
  private String by = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "${env:SUNLIT_OUT:-out}",
      description = "Where the files of its snapshot are; SUNLIT_OUT, or out, by default.")
  private Path out = Path.of("out");

  /** One year, or all that are due. */
  private static final class WhichYears {
    @Option(names = "--year", converter = YearNumber.class, description = "The closed year.")
    private int year;

    @Option(
        names = "--older-than",
        paramLabel = "YEARS",
        converter = FullYears.class,
        description = "Every closed year that is over for so many full years.")
    private @Nullable Integer fullYears;

    List<Integer> of(RecordStore store) {
      return fullYears == null ? List.of(year) : store.due(fullYears);
    }
  }

  @Override
  protected int run(Session session) throws IOException {
    CloseScreen screen = new CloseScreen(session, this);
    Messages sentences = screen.sentences();
    if (by.isBlank()) {
      err().println("sunlit: " + sentences.text("store.blank"));
      return USAGE;
    }
    try {
      RecordStore store = session.the(RecordStore.class);
      List<Integer> years = which.of(store);
      if (years.isEmpty()) {
        out().println(sentences.text("store.noneDue"));
      }
      int status = CLEAN;
      for (int year : years) {
        status = Math.max(status, show(year, store.store(year, by.strip(), out), sentences));
      }
      out().println(sentences.text("store.stays", String.join(", ", store.stay())));
      return status;
    } catch (RunLock.RunLockHeld busy) {
      return screen.show(busy);
    }
  }

  private int show(int year, StoreResult result, Messages sentences) {
    if (result instanceof RecordsStored stored) {
      out()
          .println(
              sentences.text(
                  "store.done",
                  stored.year(),
                  stored.lines(),
                  stored.deliveries(),
                  stored.folder(),
                  (stored.bytes() + 1023) / 1024));
      return CLEAN;
    }
    err().println("sunlit: " + sentences.text("store.refused", year));
    ((NotStored) result).why().forEach(why -> err().println("  " + why.text(sentences)));
    return REFUSED;
  }
}
