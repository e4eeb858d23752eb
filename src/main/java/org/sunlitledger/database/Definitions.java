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

  /** The folders below a folder that hold a file of that name, sorted. */
  public List<String> folders(String under, String file) {
    Stream<String> own =
        folder.map(path -> path.resolve(under)).filter(Files::isDirectory).stream()
            .flatMap(path -> names(path).stream())
            .filter(
                name ->
                    Files.exists(folder.orElseThrow().resolve(under + "/" + name + "/" + file)));
    return Stream.concat(packagedFolders(under, file), own)
        .distinct()
        .sorted()
        .map(name -> under + "/" + name)
        .toList();
  }

  /** A definition as text. */
  public String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** A definition as it is. */
  public byte[] bytes(String name) {
    try (InputStream input = open(name)) {
      return input.readAllBytes();
    } catch (IOException problem) {
      throw new DefinitionException(name, "cannot be read: " + problem.getMessage());
    }
  }

  /** The YAML definitions in a folder, in the order of their names. */
  public List<YamlNode> yaml(String under) {
    return list(under, ".yaml").stream().map(name -> YamlNode.read(name, open(name))).toList();
  }

  private Stream<String> packaged(String under, String ending) {
    return resources(under + "/*" + ending)
        .map(Resource::getFilename)
        .map(name -> under + "/" + name);
  }

  private Stream<String> packagedFolders(String under, String file) {
    return resources(under + "/*/" + file)
        .map(
            resource -> {
              String[] parts = address(resource).split("/", -1);
              return parts[parts.length - 2];
            });
  }

  private Stream<Resource> resources(String pattern) {
    try {
      return Stream.of(packaged.getResources(PACKAGED + pattern));
    } catch (IOException none) {
      return Stream.empty();
    }
  }

  private static String address(Resource resource) {
    try {
      return resource.getURL().toString();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private Stream<String> overriding(String under, String ending) {
    return folder.map(path -> path.resolve(under)).filter(Files::isDirectory).stream()
        .flatMap(path -> names(path).stream())
        .filter(name -> name.endsWith(ending))
        .map(name -> under + "/" + name);
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
