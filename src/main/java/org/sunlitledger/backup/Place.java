package org.sunlitledger.backup;

import java.util.Locale;

/** What a file of a backup is a copy of. */
enum Place {
  /** Rows of a table. */
  TABLES,
  /** A file that was imported and moved to the archive. */
  ARCHIVE,
  /** A file of the inbox that a run has begun to import and has not moved yet. */
  INBOX,
  /** A file of the inbox that no run has begun. */
  WAITING,
  /** A file of the treasury's ledger that the console has taken in. */
  LEDGER,
  /** A file with records of a closed year. */
  STORAGE,
  /** A file of the county's own definitions. */
  OWN,
  /** A definition as it was used, of the program or of the county. */
  USED;

  /** The folder of the backup that contains the copies. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
