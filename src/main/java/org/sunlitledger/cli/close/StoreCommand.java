package org.sunlitledger.cli.close;

import java.io.IOException;
import java.nio.file.Path;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.close.store.RecordStore;
import org.sunlitledger.close.store.RecordStore.NotStored;
import org.sunlitledger.close.store.RecordStore.RecordsStored;
import org.sunlitledger.close.store.RecordStore.StoreResult;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.quantity.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves the records of a closed year out of the database, on the record. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description = "Move the records of a closed year from the database to files.")
public final class StoreCommand extends DatabaseCommand {

  @Mixin private final ReportYear year = new ReportYear();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who moves them.")
  private String by = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "${env:SUNLIT_OUT:-out}",
      description = "Where the files of its snapshot are; SUNLIT_OUT, or out, by default.")
  private Path out = Path.of("out");

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
      StoreResult result = store.store(year.value(), by.strip(), out);
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
        out().println(sentences.text("store.stays", String.join(", ", store.stay())));
        return CLEAN;
      }
      err().println("sunlit: " + sentences.text("store.refused", year.value()));
      ((NotStored) result).why().forEach(why -> err().println("  " + why.text(sentences)));
      return REFUSED;
    } catch (RunLock.RunLockHeld busy) {
      return screen.show(busy);
    }
  }
}
