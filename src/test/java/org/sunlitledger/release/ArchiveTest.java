package org.sunlitledger.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files give the same archive, whoever packs them and when. */
class ArchiveTest {
  private static final Instant DATE = Instant.parse("2026-11-30T08:00:00Z");

  private final Path work;

  ArchiveTest(@TempDir Path work) {
    this.work = work;
  }

  @Test
  void datesAndRightsOfTheFilesMakeNoDifference() throws IOException {
    Path one = made("one", List.of("b", "a/名册.csv", "run"));
    Path other = made("other", List.of("run", "a/名册.csv", "b"));
    Files.setLastModifiedTime(other.resolve("b"), FileTime.from(Instant.EPOCH));
    Files.setPosixFilePermissions(other.resolve("b"), PosixFilePermissions.fromString("rw-------"));
    assertThat(packed(one, "1.tar.gz")).hasSameBinaryContentAs(packed(other, "2.tar.gz"));
  }

  @Test
  void everyEntryBelongsToRootAndOnlyProgramsRun() throws IOException {
    Path archive = packed(made("one", List.of("b", "a/名册.csv", "run")), "1.tar.gz");
    List<String> entries = new ArrayList<>();
    try (InputStream input = Files.newInputStream(archive);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GzipCompressorInputStream(input), "UTF-8")) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        entries.add(
            "%o %s %d %s %s"
                .formatted(
                    entry.getMode() & 0777,
                    entry.getUserName(),
                    entry.getLongUserId(),
                    entry.getName(),
                    entry.isSymbolicLink()
                        ? "to " + entry.getLinkName()
                        : new String(tar.readAllBytes(), StandardCharsets.UTF_8)));
        assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(DATE);
      }
    }
    assertThat(entries)
        .containsExactly(
            "755 root 0 release/a/ ",
            "644 root 0 release/a/名册.csv a/名册.csv",
            "644 root 0 release/b b",
            "755 root 0 release/link to b",
            "755 root 0 release/run run");
  }

  private Path made(String name, List<String> files) throws IOException {
    Path folder = Files.createDirectories(work.resolve(name).resolve("release"));
    for (String file : files) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), file);
    }
    Files.setPosixFilePermissions(
        folder.resolve("run"), PosixFilePermissions.fromString("rwxr-x---"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("b"));
    return folder;
  }

  private Path packed(Path folder, String name) throws IOException {
    Path archive = work.resolve(name);
    Archive.write(folder, DATE, archive);
    return archive;
  }
}
