package org.sunlitledger.intake.inbox;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.sunlitledger.intake.file.DeliveryName;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HandedIn;
import org.sunlitledger.intake.source.DeliveredFile;

/**
 * A file that a scan of an inbox found, with everything that is known before its parts are read.
 *
 * @param inbox the scanned folder
 * @param scannedAt when the scan began
 * @param name the file's name in the inbox, as people read it
 * @param keptName the same name as the database keeps it, without names of people and ID numbers
 * @param years the years that the file may be for, according to its name
 */
record ScannedFile(
    Path inbox,
    OffsetDateTime scannedAt,
    Path path,
    FileSurvey survey,
    DeliveryName name,
    DeliveryName keptName,
    List<Integer> years) {

  String sha256() {
    return survey.sha256();
  }

  DeliveredFile open() {
    return DeliveredFile.of(path, survey);
  }

  HandedIn forYear(int year) {
    return new HandedIn(path, keptName, year, survey);
  }
}
