package org.sunlitledger.upkeep;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.intake.file.KeyPlace;

/**
 * An installation of the program, as its settings describe it.
 *
 * @param out the folder for reports
 */
public record Installation(
    DatabaseSettings folders,
    IntakeSettings intake,
    Path out,
    UpkeepSettings expected,
    Clock clock) {

  /**
   * That of the settings of a command.
   *
   * @throws BindException when a setting cannot be read
   */
  public static Installation of(Environment environment, Clock clock) {
    Binder binder = Binder.get(environment);
    return new Installation(
        binder.bindOrCreate("sunlit", DatabaseSettings.class),
        binder.bindOrCreate("sunlit.intake", IntakeSettings.class),
        Path.of(environment.getProperty("sunlit.out", "out")),
        binder.bindOrCreate(UpkeepSettings.PREFIX, UpkeepSettings.class),
        clock);
  }

  /** The examinations that the doctor and the notices share. */
  public List<Examination> examinations(Books books) {
    return List.of(
        new DiskExamination(
            List.of(folders.folder(), intake.inbox(), archive(), out), expected.freeDisk()),
        new NightExamination(books, age(expected.nightAge())),
        new BackupExamination(books, age(expected.backupAge())),
        new CertificateExamination(
            folders.folder().resolve("console"),
            expected.console(),
            age(expected.certificateLeft())));
  }

  public KeyPlace key() {
    return KeyPlace.of(intake, folders);
  }

  /** The folder of the files that were imported. */
  public Path archive() {
    return intake.archiveOf(folders);
  }

  private Age age(Duration most) {
    return new Age(most, clock);
  }
}
