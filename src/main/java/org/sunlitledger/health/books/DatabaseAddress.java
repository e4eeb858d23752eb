package org.sunlitledger.health.books;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.server.ServerFolder;

/**
 * Where the database is, as the settings say.
 *
 * @param url of a server of the county's own; null where the built-in server is used
 * @param builtIn the folder of the built-in server
 * @param definitions folder of the county's own definitions
 */
public record DatabaseAddress(
    @Nullable String url,
    @Nullable String user,
    @Nullable String secret,
    ServerFolder builtIn,
    Optional<Path> definitions) {

  /** That of the settings of a command. */
  public static DatabaseAddress of(Environment environment, DatabaseSettings folders) {
    return new DatabaseAddress(
        environment.getProperty("spring.datasource.url"),
        environment.getProperty("spring.datasource.username"),
        environment.getProperty("spring.datasource.password"),
        new ServerFolder(folders.folder().resolve("postgres").toAbsolutePath()),
        folders.ownDefinitions());
  }

  /** The address for people, without parameters, as those may have secrets. */
  String shown() {
    return url == null ? builtIn.home().toString() : url.replaceFirst("[?].*", "");
  }
}
