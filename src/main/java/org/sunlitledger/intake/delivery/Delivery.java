package org.sunlitledger.intake.delivery;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.sunlitledger.intake.file.FilePath;

/**
 * A delivery that is being taken in.
 *
 * @param sheet index of its sheet, when the file is a workbook
 */
public record Delivery(
    long id,
    String register,
    int year,
    String name,
    Path path,
    int sheet,
    Charset charset,
    String sha256,
    long bytes,
    int linesRead,
    boolean isSupplement) {

  /**
   * What the file is called: where it is, and where it was handed in, as the archive gives it a
   * number for a name, and what is kept of its name may hide a person's.
   */
  public String named() {
    return FilePath.shown(path.getFileName()) + "/" + name;
  }
}
