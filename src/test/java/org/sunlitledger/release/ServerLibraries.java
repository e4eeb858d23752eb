package org.sunlitledger.release;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The shared libraries that PostgreSQL's binaries bring along, which no bill of Maven names. */
final class ServerLibraries {
  private static final Pattern LIBRARY = Pattern.compile("(?:\\./)?lib/(lib[^/]+?)\\.so(?:\\..*)?");
  private static final int COLUMN = 3;

  private ServerLibraries() {}

  /**
   * Compares them with the table of parts, whose last column has their names.
   *
   * @param jar with the binaries for one processor
   * @throws IOException when the table lacks one
   */
  static void mustBeNamedIn(Path table, Path jar) throws IOException {
    Set<String> missing = in(jar);
    missing.removeAll(namedIn(table));
    if (!missing.isEmpty()) {
      throw new IOException(
          "%s has libraries of no part of %s: %s; add each with its version, its licence and the text"
              .formatted(jar.getFileName(), table, String.join(", ", missing)));
    }
  }

  /** Their names without versions, such as libssl. */
  static Set<String> in(Path jar) throws IOException {
    Set<String> names = new TreeSet<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry :
          zip.stream().filter(entry -> entry.getName().endsWith(".txz")).toList()) {
        try (InputStream packed = new BufferedInputStream(zip.getInputStream(entry));
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
          for (TarArchiveEntry one = tar.getNextEntry(); one != null; one = tar.getNextEntry()) {
            Matcher library = LIBRARY.matcher(one.getName());
            if (library.matches()) {
              names.add(library.group(1));
            }
          }
        }
      }
    }
    return names;
  }

  private static List<String> namedIn(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .skip(1)
        .flatMap(line -> Arrays.stream(line.split("\t", -1)[COLUMN].split(" ", -1)))
        .toList();
  }
}
