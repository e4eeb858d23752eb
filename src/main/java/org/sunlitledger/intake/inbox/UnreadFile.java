package org.sunlitledger.intake.inbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.quantity.digest.Sha256;

/** An entry of an inbox that could be a register but is not read. It is rejected as a whole. */
public final class UnreadFile {
  private UnreadFile() {}

  /** The reason why an entry is not read. */
  public static FileFault fault(EntryState state, Path file) {
    ShapeRule rule =
        switch (state) {
          case ABANDONED -> ShapeRule.FILE_UNFINISHED;
          case HIDDEN -> ShapeRule.FILE_HIDDEN;
          case LINK -> ShapeRule.FILE_LINK;
          case UNREADABLE -> ShapeRule.FILE_UNREADABLE;
          case FILE, UNFINISHED, CHANGED, VANISHED, SYSTEM, PICTURE, PDF, SPECIAL, FOLDER ->
              throw new IllegalArgumentException(state + " is no reason to reject");
        };
    String shown = FilePath.shown(file);
    return new FileFault(rule, shown.substring(shown.lastIndexOf('/') + 1), "");
  }

  /** A survey in which the path replaces the bytes, because the file is not read. */
  static FileSurvey survey(Path file) {
    String place = "unread " + FilePath.kept(file);
    return new FileSurvey(
        Sha256.sha256(place.getBytes(StandardCharsets.UTF_8)),
        0,
        Optional.of(StandardCharsets.UTF_8),
        false);
  }
}
