package org.sunlitledger.backup;

import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.sunlitledger.backup.Manifest.Roots;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.IntakeSettings;

/** Where the files are that were handed in, without links in the paths. */
@Component
final class Originals {
  private final IntakeSettings intake;
  private final DatabaseSettings folders;

  Originals(IntakeSettings intake, DatabaseSettings folders) {
    this.intake = intake;
    this.folders = folders;
  }

  Path archive() {
    return FilePath.real(intake.archiveOf(folders));
  }

  Path inbox() {
    return FilePath.real(intake.inbox());
  }

  /** Files of the treasury's ledger that the console has taken in. */
  Path ledger() {
    return FilePath.real(folders.folder().resolve("ledger"));
  }

  Roots roots() {
    return new Roots(FilePath.kept(archive()), FilePath.kept(inbox()), FilePath.kept(ledger()));
  }

  Path root(Place place) {
    return switch (place) {
      case ARCHIVE -> archive();
      case INBOX -> inbox();
      case LEDGER -> ledger();
      case TABLES, OWN, USED ->
          throw new IllegalArgumentException(place + " contains no originals");
    };
  }
}
