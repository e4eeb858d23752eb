package org.sunlitledger.database.schema;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.definition.DefinitionText;
import org.sunlitledger.definition.Definitions;

/**
 * All migrations of a database with a county's own tables: those of the program and those of the
 * county.
 */
public final class Migrations implements ResourceProvider {
  static final String FOLDER = "sql/schema";
  static final String ENDING = ".sql";

  private final List<MigrationFile> all;

  /**
   * @param own files of the county
   */
  public Migrations(List<Path> own) {
    Definitions packaged = new Definitions(Optional.empty());
    this.all =
        Stream.concat(
                packaged.list(FOLDER, ENDING).stream()
                    .map(name -> new MigrationFile(name, packaged.bytes(name))),
                own.stream().map(file -> new MigrationFile(file.toString(), bytes(file))))
            .toList();
  }

  private Migrations(Collection<MigrationFile> some) {
    this.all = List.copyOf(some);
  }

  /** Those of these migrations that have one of these names, and no callbacks. */
  public Migrations only(Collection<String> names) {
    return new Migrations(
        all.stream().filter(file -> names.contains(file.getRelativePath())).toList());
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return all.stream()
        .filter(file -> file.getRelativePath().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return all.stream()
        .filter(file -> file.getFilename().startsWith(prefix))
        .filter(file -> Arrays.stream(suffixes).anyMatch(file.getFilename()::endsWith))
        .map(LoadableResource.class::cast)
        .toList();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static final class MigrationFile extends LoadableResource {
    private final String place;
    private final String text;

    MigrationFile(String place, byte[] bytes) {
      this.place = place;
      this.text = DefinitionText.decode(place, bytes);
    }

    @Override
    public Reader read() {
      return new StringReader(text);
    }

    @Override
    public String getAbsolutePath() {
      return place;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return place;
    }

    @Override
    public String getFilename() {
      return String.valueOf(Path.of(place).getFileName());
    }

    /** The name in the schema history. */
    @Override
    public String getRelativePath() {
      return getFilename();
    }
  }
}
