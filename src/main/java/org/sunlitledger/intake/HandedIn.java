package org.sunlitledger.intake;

import java.nio.file.Path;

/**
 * A file that is handed in.
 *
 * @param name without names of people and ID numbers
 */
record HandedIn(Path file, DeliveryName name, int year, FileSurvey survey) {

  HandedIn named(DeliveryName other) {
    return new HandedIn(file, other, year, survey);
  }

  HandedIn ofYear(int other) {
    return new HandedIn(file, name, other, survey);
  }
}
