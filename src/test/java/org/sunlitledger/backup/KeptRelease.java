package org.sunlitledger.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.quantity.digest.Sha256;

/**
 * What is kept of a release: its migrations' digests, and a backup that it made of a small
 * database. The folder has the number of the last migration. docs/operations.md says how a release
 * adds its own.
 */
record KeptRelease(Path folder) {
  private static final Path ALL = Path.of("src/test/resources/released");
  private static final Path SCHEMA = Path.of("sql/schema");
  private static final String GRANTS = "afterMigrateApplied.sql";
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** All of them, the first release first. */
  static List<KeptRelease> all() throws IOException {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.sorted().map(KeptRelease::new).toList();
    }
  }

  /** The one of the migrations of today. */
  static KeptRelease ofToday() throws IOException {
    return new KeptRelease(ALL.resolve(last(migrationsOfToday())));
  }

  /** The SHA-256 of each migration of the program, by the name of its file. */
  static Map<String, String> migrationsOfToday() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.list(SCHEMA)) {
      for (Path file : files.filter(path -> name(path).startsWith("V")).toList()) {
        digests.put(name(file), Sha256.sha256(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  /** The SHA-256 of each migration as it was released, by the name of its file. */
  Map<String, String> migrations() throws IOException {
    return lines("SHA256SUMS", " {2}", 1);
  }

  /** The figures that the release computed, by year and figure. */
  Map<String, String> figures() throws IOException {
    return lines("figures.tsv", "\t", 0);
  }

  /** The key of the hashes. */
  Path key() {
    return folder.resolve("key");
  }

  /** Unpacks the backup. */
  Path backup(Path to) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(packed()))) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        Path file = to.resolve(entry.getName());
        OwnerOnly.folder(file.resolveSibling(""));
        Files.copy((InputStream) zip, file);
      }
    }
    return to;
  }

  /** Gives the program's role its rights, as the release did after its migrations. */
  void grant(Flyway owner) throws IOException {
    JdbcClient.create(Objects.requireNonNull(owner.getConfiguration().getDataSource()))
        .sql(Files.readString(folder.resolve(GRANTS)))
        .update();
  }

  /** Keeps the migrations of today and a backup made with them. */
  void keep(Path backup, Path key, Map<String, String> figures) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("SHA256SUMS"),
        migrationsOfToday().entrySet().stream()
            .map(file -> "%s  %s%n".formatted(file.getValue(), file.getKey()))
            .collect(Collectors.joining()));
    Files.writeString(
        folder.resolve("figures.tsv"),
        new TreeMap<>(figures)
            .entrySet().stream()
                .map(figure -> "%s\t%s%n".formatted(figure.getKey(), figure.getValue()))
                .collect(Collectors.joining()));
    Files.copy(SCHEMA.resolve(GRANTS), folder.resolve(GRANTS));
    Files.copy(key, key());
    pack(backup);
  }

  private void pack(Path backup) throws IOException {
    try (Stream<Path> all = Files.walk(backup);
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(packed()))) {
      zip.setLevel(9);
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        ZipEntry entry = new ZipEntry(backup.relativize(file).toString());
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(Files.readAllBytes(file));
      }
    }
  }

  private Path packed() {
    return folder.resolve("backup.zip");
  }

  private Map<String, String> lines(String file, String separator, int key) throws IOException {
    return Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8).stream()
        .map(line -> line.split(separator, 2))
        .collect(
            Collectors.toMap(
                words -> words[key], words -> words[1 - key], (one, other) -> one, TreeMap::new));
  }

  private static String last(Map<String, String> migrations) {
    return new TreeMap<>(migrations).lastKey().replaceFirst("__.*", "");
  }

  @Override
  public String toString() {
    return name(folder);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
