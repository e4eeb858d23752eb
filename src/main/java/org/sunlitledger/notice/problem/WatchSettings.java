package org.sunlitledger.notice.problem;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DataSizeUnit;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;

/**
 * From when on something is a problem, below {@code sunlit.notice}. A limit of 0 means that it is
 * not looked for.
 *
 * @param console the address of the console; its certificate is looked at there
 * @param nightWithin the time after the end of a night within which the next one must have ended
 * @param backupWithin the time within which there must be a good backup
 * @param certificateWithin the time for which the certificate of the console must still be valid
 * @param diskBelow the least space that must be free
 */
public record WatchSettings(
    @Nullable String console,
    @DurationUnit(ChronoUnit.HOURS) @DefaultValue("26h") Duration nightWithin,
    @DurationUnit(ChronoUnit.DAYS) @DefaultValue("3d") Duration backupWithin,
    @DurationUnit(ChronoUnit.DAYS) @DefaultValue("30d") Duration certificateWithin,
    @DataSizeUnit(DataUnit.GIGABYTES) @DefaultValue("5GB") DataSize diskBelow) {}
