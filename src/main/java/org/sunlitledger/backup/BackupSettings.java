package org.sunlitledger.backup;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * How many backups are kept: the last one of each of the latest days, weeks and months that have
 * one.
 */
record BackupSettings(
    @DefaultValue("7") int daily, @DefaultValue("4") int weekly, @DefaultValue("12") int monthly) {

  /** Reads them. */
  static BackupSettings of(Environment environment) {
    return Binder.get(environment).bindOrCreate("sunlit.backup.keep", BackupSettings.class);
  }
}
