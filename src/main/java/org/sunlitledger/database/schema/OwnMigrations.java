package org.sunlitledger.database.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;

/**
 * The migrations of a county's own tables. The program's schema comes only from the program: a copy
 * of it in a folder of definitions is not used.
 */
public final class OwnMigrations {
  private static final Pattern NAME =
      Pattern.compile("V(?:9\\d\\d|[1-9]\\d{3,})(?:[._]\\d+)*__.+\\.sql");

  private OwnMigrations() {}

  /**
   * The files of a folder of definitions, ordered by name.
   *
   * @throws DefinitionException when a file is neither a migration of the program nor numbered as a
   *     county's own
   */
  public static List<Path> in(Path definitions) {
    Path folder = definitions.resolve(Migrations.FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Set<String> ours =
        new HashSet<>(new Definitions(Optional.empty()).list(Migrations.FOLDER, Migrations.ENDING));
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> name(file).endsWith(Migrations.ENDING) && !name(file).startsWith("."))
          .filter(file -> !ours.contains(Migrations.FOLDER + "/" + name(file)))
          .map(file -> numbered(definitions, file))
          .sorted()
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Whether a migration with this number belongs to a county. */
  public static boolean isOwn(MigrationVersion version) {
    return version.isAtLeast("900");
  }

  private static Path numbered(Path definitions, Path file) {
    if (NAME.matcher(name(file)).matches()) {
      return file;
    }
    throw new DefinitionException(
        definitions.relativize(file).toString(),
        "is no migration of this program; a county's own are numbered from V900 on,"
            + " as V900__training.sql");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
