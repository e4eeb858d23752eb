package org.sunlitledger.upkeep;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DataSizeUnit;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;

/**
 * What is expected of an installation, below {@code sunlit.upkeep}.
 *
 * @param freeDisk space that each disk should have left; a fifth of it is the least
 * @param nightAge so long ago the last night may have ended; 0 if none is expected
 * @param backupAge so old the last good backup may be; 0 if none is expected
 * @param certificateLeft so long the certificate of the console should still be valid
 * @param clockDifference so much the clocks of program and database may differ
 * @param console the address at which people reach the console, or its proxy
 */
public record UpkeepSettings(
    @DataSizeUnit(DataUnit.GIGABYTES) @DefaultValue("10GB") DataSize freeDisk,
    @DurationUnit(ChronoUnit.HOURS) @DefaultValue("26h") Duration nightAge,
    @DurationUnit(ChronoUnit.HOURS) @DefaultValue("48h") Duration backupAge,
    @DurationUnit(ChronoUnit.DAYS) @DefaultValue("30d") Duration certificateLeft,
    @DurationUnit(ChronoUnit.SECONDS) @DefaultValue("5s") Duration clockDifference,
    @Nullable String console) {

  /** Where they are set. */
  public static final String PREFIX = "sunlit.upkeep";

  /** Whether a limit is below 0, which means nothing. */
  public boolean isNegative() {
    return freeDisk.isNegative()
        || Stream.of(nightAge, backupAge, certificateLeft, clockDifference)
            .anyMatch(Duration::isNegative);
  }
}
