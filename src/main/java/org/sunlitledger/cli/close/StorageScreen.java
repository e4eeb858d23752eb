package org.sunlitledger.cli.close;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.storage.DeletedOriginals;
import org.sunlitledger.storage.DeletedOriginals.DeletedOriginal;
import org.sunlitledger.storage.StorageFolder;
import org.sunlitledger.storage.StoredDeliveries;

/** Says where the records of a closed year are, and which originals were deleted on the record. */
final class StorageScreen {
  private final Session session;
  private final Messages sentences;
  private final ZoneId zone;

  StorageScreen(Session session, Messages sentences) {
    this.session = session;
    this.sentences = sentences;
    this.zone = session.the(Clock.class).getZone();
  }

  void show(int year, PrintWriter out) {
    StoredDeliveries stored = session.the(StoredDeliveries.class);
    session
        .the(YearCloseTable.class)
        .inForce(year)
        .flatMap(close -> stored.year(close.id()))
        .ifPresent(
            moved ->
                out.println(
                    "  "
                        + sentences.text(
                            "store.where",
                            session.the(StorageFolder.class).root().resolve(moved.folder()),
                            Moment.in(zone, moved.at()),
                            moved.by())));
    for (DeletedOriginal original : session.the(DeletedOriginals.class).ofYear(year)) {
      out.println(
          "  "
              + sentences.text(
                  "originals.deleted",
                  original.delivery(),
                  original.name(),
                  Moment.in(zone, original.at()),
                  original.by()));
    }
  }
}
