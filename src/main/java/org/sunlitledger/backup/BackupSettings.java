package org.sunlitledger.backup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many backups are kept: the last one of each of the latest days, weeks and months that have
 * one.
 */
@ConfigurationProperties("sunlit.backup.keep")
public record BackupSettings(
    @DefaultValue("7") int daily, @DefaultValue("4") int weekly, @DefaultValue("12") int monthly) {}
