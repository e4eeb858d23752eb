package org.sunlitledger.intake.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Paths in their kept form and in their shown form. A file name is a sequence of bytes: offices
 * send names in GBK, and a process under cron has no locale to decode them. A URI keeps all bytes.
 */
public final class FilePath {
  private static final List<Charset> NAMES =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private static final List<Charset> OTHER_NAMES =
      List.of(Charset.forName("GB18030"), StandardCharsets.ISO_8859_1);

  private FilePath() {}

  /** The form in which the database keeps a path. */
  public static String kept(Path file) {
    String uri = file.toAbsolutePath().normalize().toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  /** The path for a kept form or for plain text. */
  public static Path parse(String kept) {
    return kept.startsWith("file:") ? Path.of(URI.create(kept)) : Path.of(kept);
  }

  /**
   * The path for a name that a person types as it is shown. It also finds a file whose shown name
   * is the same but whose bytes differ.
   */
  public static Path named(String text) {
    Path named = Path.of(text);
    if (isThere(named)) {
      return named;
    }
    Path path = named.isAbsolute() ? Path.of("/") : Path.of("").toAbsolutePath();
    for (Path name : named) {
      path = named(path, name.toString());
    }
    boolean isNewInThere = !isThere(folderOf(named)) && isThere(folderOf(path));
    return isThere(path) || isNewInThere ? path : named;
  }

  private static Path folderOf(Path path) {
    return path.toAbsolutePath().resolveSibling("");
  }

  private static Path named(Path folder, String name) {
    Path usual = folder.resolve(name).normalize();
    if (isThere(usual)) {
      return usual;
    }
    return OTHER_NAMES.stream()
        .map(charset -> in(folder, name.getBytes(charset)))
        .filter(FilePath::isThere)
        .findFirst()
        .orElse(usual);
  }

  private static Path in(Path folder, byte[] name) {
    StringBuilder escaped = new StringBuilder(kept(folder)).append('/');
    for (byte part : name) {
      escaped.append("%%%02X".formatted(part));
    }
    return parse(escaped.toString());
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** The target of a link to a folder; the path itself if it does not exist. */
  public static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException notThere) {
      return folder;
    }
  }

  /** The kept form of a file's path below a folder that contains it. */
  public static String below(Path folder, Path file) {
    return kept(file).substring(kept(folder).length() + 1);
  }

  /**
   * The file with a kept form below a folder.
   *
   * @throws IllegalArgumentException when that is not in the folder
   */
  public static Path in(Path folder, String below) {
    Path file = parse(kept(folder) + "/" + below).normalize();
    if (!file.startsWith(folder.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException("not in " + folder + ": " + below);
    }
    return file;
  }

  /** The place for a file in a folder, under its own name with an ASCII prefix. */
  public static Path in(Path folder, String prefix, Path file) {
    String kept = kept(file);
    return parse(kept(folder) + "/" + prefix + kept.substring(kept.lastIndexOf('/') + 1));
  }

  /** The path as people read it. Each name is decoded as UTF-8, else as GB18030. */
  public static String shown(Path file) {
    return shown(kept(file).substring("file://".length()));
  }

  /** The shown path relative to a folder that contains the file. */
  public static String shown(Path folder, Path file) {
    return shown(below(folder, file));
  }

  private static String shown(String raw) {
    return Arrays.stream(raw.split("/", -1))
        .map(FilePath::shownName)
        .collect(Collectors.joining("/"));
  }

  /** One name of a kept path, as people read it. */
  static String shownName(String kept) {
    return text(bytes(kept));
  }

  private static byte[] bytes(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '%') {
        bytes.write(Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(escaped.charAt(i));
      }
    }
    return bytes.toByteArray();
  }

  /** Decodes bytes as people read them: as UTF-8, else as GB18030. */
  public static String text(byte[] name) {
    return NAMES.stream()
        .flatMap(charset -> decoded(name, charset).stream())
        .findFirst()
        .orElseGet(() -> new String(name, StandardCharsets.ISO_8859_1));
  }

  private static Optional<String> decoded(byte[] name, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(name)).toString());
    } catch (CharacterCodingException notThis) {
      return Optional.empty();
    }
  }
}
