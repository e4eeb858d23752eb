package org.sunlitledger.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The folder {@code licences} of a release: which part has which licence, the texts, and the
 * notices that the libraries carry inside. A part without any text fails the build.
 */
final class Licences {
  private static final Pattern NOTICE =
      Pattern.compile("(?i)(?:.*/)?[^/]*(?:licen[sc]e|notice|copying|copyright)[^/]*");
  private static final Pattern NO_TEXT = Pattern.compile("(?i).*\\.(?:class|xml|json|properties)");

  private final Path folder;
  private final Map<String, String> texts;
  private final Set<String> withNotice = new TreeSet<>();

  private Licences(Path folder, Map<String, String> texts) {
    this.folder = folder;
    this.texts = texts;
  }

  /**
   * Writes them.
   *
   * @param libraries the files of all libraries
   * @param texts of licences by identifier, or by the name of a part
   */
  static void write(Path folder, List<Part> parts, List<Path> libraries, Map<String, String> texts)
      throws IOException {
    Licences licences = new Licences(Files.createDirectories(folder), texts);
    for (Path library : libraries) {
      licences.copyNotices(library);
    }
    licences.list(parts);
  }

  private void copyNotices(Path library) throws IOException {
    String name = library.getFileName().toString().replaceFirst("\\.jar$", "");
    try (ZipFile zip = new ZipFile(library.toFile())) {
      for (ZipEntry entry : zip.stream().filter(Licences::isNotice).toList()) {
        Path notice =
            Files.createDirectories(folder.resolve(name))
                .resolve(entry.getName().replace('/', '-').replace('\\', '-'));
        try (InputStream input = zip.getInputStream(entry)) {
          Files.copy(input, notice);
        }
        withNotice.add(name);
      }
    }
  }

  private static boolean isNotice(ZipEntry entry) {
    return !entry.isDirectory()
        && NOTICE.matcher(entry.getName()).matches()
        && !NO_TEXT.matcher(entry.getName()).matches();
  }

  private void list(List<Part> parts) throws IOException {
    StringBuilder list = new StringBuilder();
    List<String> without = new ArrayList<>();
    for (Part part : parts) {
      String file = part.name() + "-" + part.version();
      list.append(part.name()).append(' ').append(part.version()).append(": ");
      list.append(String.join(", ", part.licences())).append('\n');
      Map<String, String> known = new TreeMap<>(texts);
      known.keySet().retainAll(part.licences());
      if (texts.containsKey(part.name())) {
        known.put(part.name(), texts.get(part.name()));
      }
      for (Map.Entry<String, String> text : known.entrySet()) {
        Files.writeString(folder.resolve(text.getKey() + ".txt"), text.getValue());
      }
      if (known.isEmpty() && !withNotice.contains(file)) {
        without.add("%s (%s)".formatted(file, part.licences()));
      }
    }
    if (!without.isEmpty()) {
      throw new IOException(
          "no text of a licence for %s: add it to src/dist/licences, named by its identifier or by the part"
              .formatted(String.join(", ", without)));
    }
    Files.writeString(folder.resolve("PARTS.txt"), list);
  }
}
