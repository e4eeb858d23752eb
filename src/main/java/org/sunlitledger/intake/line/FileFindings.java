package org.sunlitledger.intake.line;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The findings on a file while its lines are read, such as a total that could not be checked. They
 * are collected until the last line is read and are stored together with the file's new status. An
 * interrupted and repeated reading therefore adds none twice.
 */
public final class FileFindings {
  /**
   * One finding of a kind already keeps a file open. The limit keeps a file full of findings from
   * filling the memory.
   */
  private static final int MAX_FINDINGS_KEPT = 200;

  private final Set<FileFinding> found = new LinkedHashSet<>();
  private final Set<ShapeFinding> once = new HashSet<>();

  /**
   * A finding and its line.
   *
   * @param line 0 if it concerns the whole file
   */
  public record FileFinding(ShapeFinding finding, int line) {}

  /**
   * Adds a finding that is reported once for the file, for example on a column. Repetitions are
   * ignored.
   */
  public void add(ShapeFinding finding, int line) {
    if (once.add(finding)) {
      addAt(finding, line);
    }
  }

  /** Adds a finding on a line, which another line may have too. */
  public void addAt(ShapeFinding finding, int line) {
    if (found.size() < MAX_FINDINGS_KEPT) {
      found.add(new FileFinding(finding, line));
    }
  }

  /** All findings. */
  public List<FileFinding> all() {
    return List.copyOf(found);
  }
}
