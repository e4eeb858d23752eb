package org.sunlitledger.intake.file;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are taken in.
 *
 * @param inbox the folder that offices put their files into; files taken in are moved from it
 * @param archive where they are moved to, by day; below {@code sunlit.folder} unless set
 * @param quietPeriod a file changed within this time may still be being written
 * @param parallel how many deliveries are read at once
 * @param chunk lines that are committed together
 * @param secret key under which ID numbers are hashed; made once where none is set
 */
@ConfigurationProperties("sunlit.intake")
public record IntakeSettings(
    @DefaultValue("inbox") Path inbox,
    @Nullable Path archive,
    @DefaultValue("2s") Duration quietPeriod,
    @DefaultValue("2") int parallel,
    @DefaultValue("20000") int chunk,
    @Nullable String secret) {}
