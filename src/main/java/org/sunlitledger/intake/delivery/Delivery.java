package org.sunlitledger.intake.delivery;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.sunlitledger.intake.file.FilePath;

/**
 * A delivery that is being imported.
 *
 * @param sheet index of its sheet, if the file is a workbook
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
   * The names of the file: its path, and the name under which it was handed in. The archive uses a
   * number as the name, and the kept name may hide the name of a person.
   */
  public String named() {
    return FilePath.shown(path.getFileName()) + "/" + name;
  }
}
