package org.sunlitledger.intake.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.delivery.FileParts.FilePart;
import org.sunlitledger.intake.file.DeliveryName;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.source.DeliveredFile;

/**
 * Decides what a new file of an inbox is: its year, and the delivery that each of its parts
 * corrects. Writes nothing.
 */
@Component
class NewParts {
  private final FileYear fileYear;
  private final Predecessors predecessors;
  private final HiddenNames hidden;

  NewParts(FileYear fileYear, Predecessors predecessors, HiddenNames hidden) {
    this.fileYear = fileYear;
    this.predecessors = predecessors;
    this.hidden = hidden;
  }

  /**
   * The parts of a file that are not delivered yet.
   *
   * @param superseded for each sheet, the delivery that its part corrects, according to the name
   */
  record DecidedParts(int year, List<FilePart> parts, Map<Integer, Long> superseded) {}

  /** A surveyed file of an inbox, with what its name says in a run for a report year. */
  ScannedFile scanned(
      Path inbox, OffsetDateTime startedAt, int reportYear, Path path, FileSurvey survey) {
    DeliveryName name = DeliveryName.of(inbox, path);
    return new ScannedFile(
        inbox,
        startedAt,
        path,
        survey,
        name,
        name.hidden(hidden),
        name.years().candidates(reportYear));
  }

  /** Decides for the parts found in a file. A fault of the whole file replaces them. */
  DecidedParts decide(ScannedFile file, DeliveredFile content, List<FilePart> found)
      throws IOException {
    int year = file.years().get(0);
    try {
      year = fileYear.decide(file.years(), content, found);
      return new DecidedParts(year, found, predecessors.find(file, year, found));
    } catch (FileFault whole) {
      return new DecidedParts(year, List.of(FilePart.refused(0, "", whole)), Map.of());
    }
  }
}
