package org.sunlitledger.health;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is expected of an installation, below {@code sunlit.health}.
 *
 * @param freeDisk space that each disk should have left; a fifth of it is the least
 * @param nightAge so long ago the last good night may be
 * @param backupAge so old the last good backup may be
 * @param certificateEnds so long before its end the certificate is mentioned
 * @param clockDifference so much the clocks of program and database may differ
 */
public record HealthSettings(
    @DefaultValue("10GB") DataSize freeDisk,
    @DefaultValue("36h") Duration nightAge,
    @DefaultValue("48h") Duration backupAge,
    @DefaultValue("60d") Duration certificateEnds,
    @DefaultValue("5s") Duration clockDifference) {}
