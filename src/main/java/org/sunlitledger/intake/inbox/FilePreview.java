package org.sunlitledger.intake.inbox;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.quantity.money.MoneyUnit;

/**
 * What the next run would take a file of the inbox for, as far as the file itself and its name
 * decide it. Lines are not compared with those of other files.
 *
 * @param state {@code FILE} if it is read; any other state says why it is not
 * @param sha256 empty if it is not read
 * @param year of all parts but supplements
 * @param receivedAs the delivery with the same bytes that still counts; the run ignores the file
 * @param isMarked whether its name says that it is a correction
 * @param parts empty if it is not read or was received before
 */
public record FilePreview(
    EntryState state,
    String sha256,
    long bytes,
    int year,
    boolean isMarked,
    Optional<EarlierDelivery> receivedAs,
    List<PartPreview> parts) {

  /** A delivery that was received before. */
  public record EarlierDelivery(long id, String name, String status, OffsetDateTime receivedAt) {}

  /**
   * One delivery of a file: a text, or one sheet of a workbook.
   *
   * @param sheet its name; empty for a text
   * @param register empty if it is not recognised
   * @param units of its amounts, each once; empty if it has none
   * @param lines number of lines that become records or are rejected one by one
   * @param corrects the delivery that it replaces, according to its name
   * @param supplements the delivery whose rejected lines it brings again
   * @param fault why it is rejected as a whole
   * @param remarks what the run would note about it
   */
  public record PartPreview(
      String sheet,
      int year,
      Optional<String> register,
      List<MoneyUnit> units,
      int lines,
      Optional<EarlierDelivery> corrects,
      Optional<Long> supplements,
      Optional<FoundProblem> fault,
      List<FoundProblem> remarks) {}

  /**
   * A problem with a file.
   *
   * @param line 0 if it concerns the file as a whole
   * @param finding with names of people and ID numbers masked
   */
  public record FoundProblem(int line, ShapeFinding finding) {}

  static FilePreview notRead(EntryState state) {
    return new FilePreview(state, "", 0, 0, false, Optional.empty(), List.of());
  }

  static FilePreview listedOnly(EntryState state, FileSurvey survey) {
    return new FilePreview(
        state, survey.sha256(), survey.bytes(), 0, false, Optional.empty(), List.of());
  }
}
