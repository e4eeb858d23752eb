package org.sunlitledger.intake.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** The information in the name of an entry, before the entry is read. */
final class EntryName {
  /** Names used by Windows, macOS and Linux, and the lock files of Excel, WPS and LibreOffice. */
  private static final Pattern SYSTEM =
      Pattern.compile(
          "thumbs\\.db|desktop\\.ini|\\.ds_store|\\._.*|__macosx|\\.~lock\\..*#|~\\$.*|\\.~.*|\\.nfs.*"
              + "|\\.trash.*|\\.directory|\\.git|\\.svn|\\.gitkeep|\\.sunlit.*|lost\\+found|\\$recycle\\.bin");

  private static final Pattern UNFINISHED =
      Pattern.compile(".*\\.(?:part|tmp|crdownload|filepart|swp|download|opdownload)");

  /** rsync writes .NAME.XXXXXX beside the file and renames it at the end. */
  private static final Pattern RSYNC = Pattern.compile("\\..+\\.[A-Za-z0-9]{6}");

  private static final Pattern FILE =
      Pattern.compile(".*\\.(?:csv|tsv|txt|xls|xlsx|xlsm|et|ods|html?|docx?|wps|pdf|zip|rar|7z)");

  /** Writing one file never pauses for this long. */
  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

  private EntryName() {}

  /** Whether a name, or the name of a folder above it, belongs to the operating system. */
  static boolean isOfSystem(String path) {
    return SYSTEM.matcher(last(path)).matches();
  }

  /** Whether a name is the name of a file. */
  static boolean isOfFile(String path) {
    return FILE.matcher(last(path)).matches();
  }

  /** The state of a regular file according to its name. */
  static EntryState state(String path, Instant changed, Instant now) {
    String name = last(path);
    if (SYSTEM.matcher(name).matches()) {
      return EntryState.SYSTEM;
    }
    if (UNFINISHED.matcher(name).matches() || RSYNC.matcher(name).matches()) {
      return changed.isBefore(now.minus(ABANDONED_AFTER))
          ? EntryState.ABANDONED
          : EntryState.UNFINISHED;
    }
    return name.startsWith(".") ? EntryState.HIDDEN : EntryState.FILE;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
