package org.sunlitledger.database;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The folders of an installation.
 *
 * @param folder contains the data of this machine: the built-in database, the archive, the key
 * @param definitions replaces packaged definitions file by file
 */
@ConfigurationProperties("sunlit")
public record DatabaseSettings(@DefaultValue("var") Path folder, @Nullable Path definitions) {

  public Optional<Path> ownDefinitions() {
    return Optional.ofNullable(definitions);
  }
}
