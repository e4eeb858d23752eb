package org.sunlitledger.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The definitions under {@code jobs/} and {@code sql/}: those packaged with the program, and over
 * them, file by file, those of a folder.
 */
public final class Definitions {
  private static final String PACKAGED = "classpath*:definitions/";

  private final Optional<Path> folder;
  private final PathMatchingResourcePatternResolver packaged =
      new PathMatchingResourcePatternResolver();

  /**
   * @param folder holds {@code jobs/} and {@code sql/} laid out as in the project; a file there
   *     replaces the packaged one of the same path, or adds to them
   */
  public Definitions(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The names (as {@code jobs/registers/subsidy.yaml}) in a folder with an ending, sorted. */
  public List<String> list(String under, String ending) {
    return Stream.concat(packaged(under, ending), overriding(under, ending))
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** Opens a definition by its name. */
  public InputStream open(String name) {
    try {
      Optional<Path> own = folder.map(path -> path.resolve(name)).filter(Files::isRegularFile);
      return own.isPresent()
          ? Files.newInputStream(own.get())
          : packaged.getResource("classpath:definitions/" + name).getInputStream();
    } catch (IOException problem) {
      throw new DefinitionException(name, "not found");
    }
  }

  /** A definition as text. */
  public String text(String name) {
    try (InputStream input = open(name)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new DefinitionException(name, "cannot be read: " + problem.getMessage());
    }
  }

  /** The YAML definitions in a folder, in the order of their names. */
  public List<YamlNode> yaml(String under) {
    return list(under, ".yaml").stream().map(name -> YamlNode.read(name, open(name))).toList();
  }

  private Stream<String> packaged(String under, String ending) {
    try {
      return Stream.of(packaged.getResources(PACKAGED + under + "/*" + ending))
          .map(Resource::getFilename)
          .map(name -> under + "/" + name);
    } catch (IOException none) {
      return Stream.empty();
    }
  }

  private Stream<String> overriding(String under, String ending) {
    Optional<Path> own = folder.map(path -> path.resolve(under)).filter(Files::isDirectory);
    if (own.isEmpty()) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(own.get())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ending))
          .map(name -> under + "/" + name)
          .toList()
          .stream();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
