package org.sunlitledger.definition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A source of definitions: the program itself, a folder, or the snapshot of an earlier day. */
interface DefinitionSource {

  /** The names of the files directly in a folder, without the folder. */
  Stream<String> files(String under, String ending);

  /** The names of the folders directly below a folder that contain a file with this name. */
  Stream<String> folders(String under, String file);

  /** Opens a file by its full name, if it exists. */
  Optional<InputStream> open(String name) throws IOException;

  /** The definitions in the program itself. */
  record Packaged(PathMatchingResourcePatternResolver resolver) implements DefinitionSource {
    private static final String ROOT = "definitions/";

    @Override
    public Stream<String> files(String under, String ending) {
      return resources(under + "/*" + ending).map(Resource::getFilename);
    }

    @Override
    public Stream<String> folders(String under, String file) {
      return resources(under + "/*/" + file)
          .map(
              resource -> {
                String[] parts = address(resource).split("/", -1);
                return parts[parts.length - 2];
              });
    }

    @Override
    public Optional<InputStream> open(String name) throws IOException {
      Resource resource = resolver.getResource("classpath:" + ROOT + name);
      return resource.exists() ? Optional.of(resource.getInputStream()) : Optional.empty();
    }

    private Stream<Resource> resources(String pattern) {
      try {
        return Stream.of(resolver.getResources("classpath*:" + ROOT + pattern));
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
  }

  /** The definitions in a folder laid out like the project. */
  record Folder(Path root) implements DefinitionSource {

    @Override
    public Stream<String> files(String under, String ending) {
      return names(under)
          .peek(name -> requireEnding(under, name))
          .filter(name -> name.endsWith(ending));
    }

    @Override
    public Stream<String> folders(String under, String file) {
      return names(under)
          .filter(name -> Files.exists(root.resolve(under).resolve(name + "/" + file)));
    }

    @Override
    public Optional<InputStream> open(String name) throws IOException {
      Path file = root.resolve(name);
      return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    }

    /** Rejects files with the other usual ending, because they would be ignored. */
    private static void requireEnding(String under, String name) {
      if (name.endsWith(".yml")) {
        throw new DefinitionException(under + "/" + name, "the ending must be .yaml");
      }
    }

    private Stream<String> names(String under) {
      Path folder = root.resolve(under);
      if (!Files.isDirectory(folder)) {
        return Stream.empty();
      }
      try (Stream<Path> files = Files.list(folder)) {
        List<String> names = files.map(file -> String.valueOf(file.getFileName())).toList();
        return names.stream();
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
  }

  /** Files by their full names, as kept in the snapshot of a closed year. */
  record KeptFiles(Map<String, byte[]> files) implements DefinitionSource {

    @Override
    public Stream<String> files(String under, String ending) {
      return below(under).filter(name -> !name.contains("/") && name.endsWith(ending));
    }

    @Override
    public Stream<String> folders(String under, String file) {
      return below(under)
          .filter(name -> name.endsWith("/" + file))
          .map(name -> name.substring(0, name.length() - file.length() - 1))
          .filter(name -> !name.contains("/"));
    }

    @Override
    public Optional<InputStream> open(String name) {
      return Optional.ofNullable(files.get(name)).map(ByteArrayInputStream::new);
    }

    private Stream<String> below(String under) {
      return files.keySet().stream()
          .filter(name -> name.startsWith(under + "/"))
          .map(name -> name.substring(under.length() + 1));
    }
  }
}
