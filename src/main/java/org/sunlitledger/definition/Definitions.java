package org.sunlitledger.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The definitions under {@code jobs/} and {@code sql/}. The files of a folder replace the packaged
 * files one by one.
 */
public final class Definitions {
  private final List<DefinitionSource> sources;
  private final Map<String, List<YamlNode>> parsed = new ConcurrentHashMap<>();

  /**
   * @param folder contains {@code jobs/} and {@code sql/} laid out like the project; a file there
   *     replaces the packaged file with the same path, or is added
   * @throws DefinitionException when the folder contains neither
   */
  public Definitions(Optional<Path> folder) {
    DefinitionSource packaged =
        new DefinitionSource.Packaged(new PathMatchingResourcePatternResolver());
    folder.ifPresent(Definitions::requireDefinitions);
    this.sources =
        folder
            .map(own -> List.of(new DefinitionSource.Folder(own), packaged))
            .orElse(List.of(packaged));
  }

  private static void requireDefinitions(Path folder) {
    if (!Files.isDirectory(folder.resolve("jobs")) && !Files.isDirectory(folder.resolve("sql"))) {
      throw new DefinitionException(
          folder.toString(), "is not a folder of definitions: neither jobs nor sql is in it");
    }
  }

  private Definitions(List<DefinitionSource> sources) {
    this.sources = sources;
  }

  /** Definitions kept from an earlier day, without any others. */
  public static Definitions kept(Map<String, byte[]> files) {
    return new Definitions(List.of(new DefinitionSource.KeptFiles(files)));
  }

  /**
   * Whether the definitions are kept from an earlier day. Such definitions are valid as they were
   * accepted then.
   */
  public boolean areKept() {
    return sources.stream().allMatch(DefinitionSource.KeptFiles.class::isInstance);
  }

  /**
   * The sorted names (such as {@code jobs/registers/subsidy.yaml}) of the files in a folder with an
   * ending.
   */
  public List<String> list(String under, String ending) {
    return sorted(under, source -> source.files(under, ending));
  }

  /** Opens a definition by its name. */
  public InputStream open(String name) {
    try {
      for (DefinitionSource source : sources) {
        Optional<InputStream> file = source.open(name);
        if (file.isPresent()) {
          return file.get();
        }
      }
    } catch (IOException problem) {
      throw new DefinitionException(name, "cannot be read: " + problem.getMessage());
    }
    throw new DefinitionException(name, "not found");
  }

  /** The sorted names of the folders below a folder that contain a file with this name. */
  public List<String> folders(String under, String file) {
    return sorted(under, source -> source.folders(under, file));
  }

  /** The text of a definition. */
  public String text(String name) {
    return DefinitionText.decode(name, bytes(name));
  }

  /** The bytes of a definition. */
  public byte[] bytes(String name) {
    try (InputStream input = open(name)) {
      return input.readAllBytes();
    } catch (IOException problem) {
      throw new DefinitionException(name, "cannot be read: " + problem.getMessage());
    }
  }

  /** The YAML definitions in a folder, ordered by name. They are read once, at the first call. */
  public List<YamlNode> yaml(String under) {
    return parsed.computeIfAbsent(
        under,
        folder ->
            list(folder, ".yaml").stream().map(name -> YamlNode.read(name, open(name))).toList());
  }

  private List<String> sorted(String under, Function<DefinitionSource, Stream<String>> names) {
    return sources.stream()
        .flatMap(names)
        .distinct()
        .sorted()
        .map(name -> under + "/" + name)
        .toList();
  }
}
