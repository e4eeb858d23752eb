package org.sunlitledger.cli.close;

import java.io.IOException;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.close.store.OriginalsEnd;
import org.sunlitledger.close.store.OriginalsEnd.EndResult;
import org.sunlitledger.close.store.OriginalsEnd.NotDeleted;
import org.sunlitledger.close.store.OriginalsEnd.OriginalsDeleted;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.quantity.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes archived originals of a closed year, on the record. */
@Command(
    name = "delete-originals",
    mixinStandardHelpOptions = true,
    description = {
      "Delete the archived originals of a closed year, on the record.",
      "Only after the years that the county has set in sunlit.storage.originals-years."
    })
public final class DeleteOriginalsCommand extends DatabaseCommand {

  @Mixin private final ReportYear year = new ReportYear();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who deletes them.")
  private String by = "";

  @Override
  protected int run(Session session) throws IOException {
    CloseScreen screen = new CloseScreen(session, this);
    Messages sentences = screen.sentences();
    if (by.isBlank()) {
      err().println("sunlit: " + sentences.text("store.blank"));
      return USAGE;
    }
    try {
      EndResult result = session.the(OriginalsEnd.class).end(year.value(), by.strip());
      if (result instanceof OriginalsDeleted deleted) {
        out().println(sentences.text("originals.done", deleted.year(), deleted.files()));
        deleted.left().forEach(file -> err().println(sentences.text("originals.left", file)));
        return deleted.left().isEmpty() ? CLEAN : REFUSED;
      }
      err()
          .println(
              "sunlit: "
                  + sentences.text(
                      "originals.refused",
                      year.value(),
                      ((NotDeleted) result).why().text(sentences)));
      return REFUSED;
    } catch (RunLock.RunLockHeld busy) {
      return screen.show(busy);
    }
  }
}
