package org.sunlitledger.intake.line;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is found on a file while its lines are read, such as a total that could not be checked. They
 * are kept until the last line has been read and stored together with the file's new status, so
 * that a reading that was cut off and done again adds none twice.
 */
public final class FileFindings {
  /** One of a kind keeps a file open already; a file of nothing else must not fill the memory. */
  private static final int MAX_FINDINGS_KEPT = 200;

  private final Set<FileFinding> found = new LinkedHashSet<>();
  private final Set<ShapeFinding> once = new HashSet<>();

  /**
   * A finding and where it shows.
   *
   * @param line 0 when it is about the whole file
   */
  public record FileFinding(ShapeFinding finding, int line) {}

  /** Adds what is found once a file, as a column: where it shows again, it is known already. */
  public void add(ShapeFinding finding, int line) {
    if (once.add(finding)) {
      addAt(finding, line);
    }
  }

  /** Adds what is found on a line, which another line may have too. */
  public void addAt(ShapeFinding finding, int line) {
    if (found.size() < MAX_FINDINGS_KEPT) {
      found.add(new FileFinding(finding, line));
    }
  }

  /** All of them. */
  public List<FileFinding> all() {
    return List.copyOf(found);
  }
}
