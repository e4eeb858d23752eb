package org.sunlitledger.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a command restores before it works with the database. Only commands set this.
 *
 * @param from a backup; nothing is restored if not set
 * @param key a file with the key of the hashes, which is copied to its place
 * @param scratch whether only the database is restored, to be thrown away
 */
@ConfigurationProperties("sunlit.restore")
record RestoreSettings(
    @Nullable Path from, @Nullable Path key, @DefaultValue("false") boolean scratch) {}
