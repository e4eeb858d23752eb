package org.sunlitledger.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePathTest {
  private final Path folder;

  FilePathTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFileIsNamedAsItIsShown() throws IOException {
    Path inner = Files.createDirectory(inBytes(folder, "附件", "GBK"));
    Path file = Files.createFile(inBytes(inner, "补贴2020.csv", "GBK"));
    assertThat(FilePath.named(folder + "/附件/补贴2020.csv")).isEqualTo(file);
    assertThat(FilePath.named(FilePath.shown(file))).isEqualTo(file);
    assertThat(FilePath.parse(FilePath.kept(file))).isEqualTo(file);
  }

  @Test
  void ofTwoTheUsualNameIsMeant() throws IOException {
    Files.createFile(inBytes(folder, "补贴.csv", "GBK"));
    Path usual = Files.createFile(folder.resolve("补贴.csv"));
    assertThat(FilePath.named(usual.toString())).isEqualTo(usual);
  }

  @Test
  void whatIsNotThereIsNamedAsTyped() throws IOException {
    for (String name : new String[] {"退回.xlsx", "没有/退回.csv"}) {
      Path typed = folder.resolve(name);
      assertThat(FilePath.named(typed.toString())).isEqualTo(typed);
    }
    assertThat(FilePath.named("out")).isEqualTo(Path.of("out"));
  }

  @Test
  void aNewFileGoesIntoTheFolderThatIsShown() throws IOException {
    Path shown = Files.createDirectory(inBytes(folder, "附件", "GBK"));
    assertThat(FilePath.named(folder + "/附件/退回.xlsx")).isEqualTo(shown.resolve("退回.xlsx"));
  }

  @Test
  void bytesThatNoEncodingReadsAreNamedAsShown() throws IOException {
    Path file = Files.createFile(Path.of(URI.create(folder.toUri() + "/%FF%E3%80.csv")));
    assertThat(FilePath.named(FilePath.shown(file))).isEqualTo(file);
  }

  private static Path inBytes(Path folder, String name, String charset) {
    StringBuilder uri =
        new StringBuilder(folder.toUri().toString().replaceAll("/$", "")).append('/');
    for (byte part : name.getBytes(Charset.forName(charset))) {
      uri.append("%%%02X".formatted(part));
    }
    return Path.of(URI.create(uri.toString()));
  }
}
