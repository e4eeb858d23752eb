package org.sunlitledger.intake.inbox;

import java.util.Locale;
import java.util.Optional;
import org.sunlitledger.intake.file.FileKind;

/** What an entry of an inbox is, before anything of it is read. */
public enum EntryState {
  /** A file to read. */
  FILE,
  /** Still being written: left for the next run. */
  UNFINISHED,
  /** Its name says unfinished, and nobody has written it for a day: rejected. */
  ABANDONED,
  /** A hidden file that is none of the system's: rejected, as it could be a register. */
  HIDDEN,
  /** A symbolic link: rejected, as it may point anywhere. */
  LINK,
  /** A file or folder that this program has no permission to read: rejected. */
  UNREADABLE,
  /** A file that changed while it was read: left for the next run. */
  CHANGED,
  /** A file that was there and was gone before it could be read. */
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

  /** Whether it is kept as a delivery, if only as one that is rejected as a whole. */
  boolean isDelivery() {
    return switch (this) {
      case FILE, ABANDONED, HIDDEN, LINK, UNREADABLE -> true;
      case UNFINISHED, CHANGED, VANISHED, SYSTEM, PICTURE, PDF, SPECIAL, FOLDER -> false;
    };
  }

  /** Whether something may have been left out this time that the next run imports. */
  public boolean isLeftForNextRun() {
    return this == UNFINISHED || this == CHANGED || this == VANISHED;
  }

  /** What a file is that is listed and not read; nothing where it could be a register. */
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

  /** As it is kept. */
  String kept() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EntryState parse(String kept) {
    return valueOf(kept.toUpperCase(Locale.ROOT));
  }
}
