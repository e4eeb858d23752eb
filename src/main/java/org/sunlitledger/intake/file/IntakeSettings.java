package org.sunlitledger.intake.file;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.sunlitledger.database.DatabaseSettings;

/**
 * The settings of the import.
 *
 * @param inbox the folder into which offices put their files; imported files are moved from it
 * @param archive the folder to which files are moved, with one folder a day; below {@code
 *     sunlit.folder} unless set
 * @param quietPeriod a file that changed within this time may still be being written
 * @param parallel number of deliveries that are read at the same time
 * @param chunk number of lines committed together
 * @param secret key for the hashes of ID numbers; created once if not set
 */
@ConfigurationProperties("sunlit.intake")
public record IntakeSettings(
    @DefaultValue("inbox") Path inbox,
    @Nullable Path archive,
    @DefaultValue("2s") Duration quietPeriod,
    @DefaultValue("2") int parallel,
    @DefaultValue("20000") int chunk,
    @Nullable String secret) {

  /** The folder to which files are moved. */
  public Path archiveOf(DatabaseSettings folders) {
    return archive == null ? folders.folder().resolve("archive") : archive;
  }
}
