package org.sunlitledger.intake.file;

import java.nio.file.Path;

/**
 * A file that was handed in.
 *
 * @param name without names of people and ID numbers
 */
public record HandedIn(Path file, DeliveryName name, int year, FileSurvey survey) {

  public HandedIn withName(DeliveryName other) {
    return new HandedIn(file, other, year, survey);
  }

  public HandedIn forYear(int other) {
    return new HandedIn(file, name, other, survey);
  }
}
