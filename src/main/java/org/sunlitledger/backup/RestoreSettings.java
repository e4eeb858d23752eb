package org.sunlitledger.backup;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * What a command restores before it works with the database. Only commands set this.
 *
 * @param from a backup
 * @param key a file with the key of the hashes, which is copied to its place
 * @param scratch whether only the database is restored, to be thrown away
 */
record RestoreSettings(Path from, @Nullable Path key, @DefaultValue("false") boolean scratch) {
  private static final String PREFIX = "sunlit.restore";

  /** Reads them; empty if nothing is restored. */
  static Optional<RestoreSettings> of(Environment environment) {
    return environment.containsProperty(PREFIX + ".from")
        ? Optional.of(Binder.get(environment).bind(PREFIX, RestoreSettings.class).get())
        : Optional.empty();
  }
}
