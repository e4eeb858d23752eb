package org.sunlitledger.health;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.server.ServerFolder;
import org.sunlitledger.health.books.DatabaseAddress;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.intake.file.KeyPlace;

/**
 * The settings of an installation, read as a command reads them, while nothing of the program is
 * started.
 *
 * @param out the folder for reports
 */
public record Installation(
    DatabaseSettings folders,
    IntakeSettings intake,
    Path out,
    Clock clock,
    DatabaseAddress database,
    HealthSettings expected) {

  /**
   * Those of the environment and of the files of settings.
   *
   * @param settings of the command line
   * @throws IllegalArgumentException when a setting cannot be read
   */
  public static Installation of(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addLast(new MapPropertySource("command line", settings));
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    Binder binder = Binder.get(environment);
    DatabaseSettings folders = binder.bindOrCreate("sunlit", DatabaseSettings.class);
    return new Installation(
        folders,
        binder.bindOrCreate("sunlit.intake", IntakeSettings.class),
        Path.of(environment.getProperty("sunlit.out", "out")),
        Clock.system(ZoneId.of(environment.getProperty("sunlit.zone", "Asia/Shanghai"))),
        new DatabaseAddress(
            environment.getProperty("spring.datasource.url"),
            environment.getProperty("spring.datasource.username"),
            environment.getProperty("spring.datasource.password"),
            new ServerFolder(folders.folder().resolve("postgres").toAbsolutePath()),
            folders.ownDefinitions()),
        binder.bindOrCreate("sunlit.health", HealthSettings.class));
  }

  KeyPlace key() {
    return KeyPlace.of(intake, folders);
  }

  Path archive() {
    return intake.archiveOf(folders);
  }

  /** The folder of the console's certificate. */
  Path console() {
    return folders.folder().resolve("console");
  }
}
