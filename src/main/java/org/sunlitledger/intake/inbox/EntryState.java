package org.sunlitledger.intake.inbox;

import java.util.Locale;
import java.util.Optional;
import org.sunlitledger.intake.file.FileKind;

/** The state of an entry of an inbox before its content is read. */
public enum EntryState {
  /** A file to read. */
  FILE,
  /** A file that is still being written; the next run reads it. */
  UNFINISHED,
  /** A file with the name of an unfinished one that has not changed for a day; rejected. */
  ABANDONED,
  /** A hidden file that does not belong to the system; rejected, because it could be a register. */
  HIDDEN,
  /** A symbolic link; rejected, because it may point anywhere. */
  LINK,
  /** A file or folder that this program has no permission to read; rejected. */
  UNREADABLE,
  /** A file that changed while it was read; the next run reads it. */
  CHANGED,
  /** A file that disappeared before it could be read. */
  VANISHED,
  /** A file of the system or a lock file of an office program. */
  SYSTEM,
  /** A picture. */
  PICTURE,
  /** A PDF. */
  PDF,
  /** A pipe, a socket or a device. */
  SPECIAL,
  /** A folder without files, or with the name of a file. */
  FOLDER;

  /** Whether it is kept as a delivery, possibly one that is rejected as a whole. */
  boolean isDelivery() {
    return switch (this) {
      case FILE, ABANDONED, HIDDEN, LINK, UNREADABLE -> true;
      case UNFINISHED, CHANGED, VANISHED, SYSTEM, PICTURE, PDF, SPECIAL, FOLDER -> false;
    };
  }

  /** Whether the next run may import something that was left out this time. */
  public boolean isLeftForNextRun() {
    return this == UNFINISHED || this == CHANGED || this == VANISHED;
  }

  /** The state of a file that is listed but not read; empty if it could be a register. */
  static Optional<EntryState> listedOnly(FileKind kind) {
    return switch (kind) {
      case PICTURE -> Optional.of(PICTURE);
      case PDF -> Optional.of(PDF);
      case EMPTY,
          TEXT,
          WORKBOOK,
          BINARY_WORKBOOK,
          LOCKED_WORKBOOK,
          OPEN_DOCUMENT,
          HTML,
          XML_SPREADSHEET,
          XLSB,
          WORD,
          SLIDES,
          ARCHIVE,
          UNKNOWN ->
          Optional.empty();
    };
  }

  /** The form in which the database keeps it. */
  String kept() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EntryState parse(String kept) {
    return valueOf(kept.toUpperCase(Locale.ROOT));
  }
}
