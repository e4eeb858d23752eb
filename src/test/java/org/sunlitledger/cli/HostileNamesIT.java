package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.shell.OwnFolder;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.testing.Office;

/** Names of files that a terminal would obey, on every way out; who may read what comes out. */
class HostileNamesIT {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";

  @Test
  void signsThatAreObeyedAreWrittenOutWhereverANameIsShown(@TempDir Path folder)
      throws IOException {
    try (Office office = Office.in(folder)) {
      Terminal terminal = new Terminal(office);
      office.deliver(
          "甲\u202e\u001b[31m\u0085\u20662020.csv",
          HEADER,
          "SJ-1,帮扶资金,甲单位,现金,2020-01-10,100",
          "SJ-2,帮扶资金,=甲\u202e单位,现金,2020-01-10,100");
      List<String> shown = new ArrayList<>();
      String[][] commands = {
        {
          "nightly",
          "--year",
          "2020",
          "--inbox",
          office.inbox().toString(),
          "--out",
          office.out().toString()
        },
        {"deliveries"},
        {"deliveries", "--json"},
        {"rejects"},
        {"rejects", "--out", folder.resolve("out/rejects.csv").toString()},
        {"rejects", "--out", folder.resolve("out/rejects.xlsx").toString()},
        {"status"},
      };
      for (String[] command : commands) {
        terminal.run(command);
        shown.add(terminal.out() + terminal.err());
      }
      assertThat(shown.get(0)).contains("\\u202E\\u001B[31m\\u0085\\u20662020.csv");
      shown.addAll(files(office.out()));
      assertThat(shown)
          .hasSizeGreaterThan(commands.length + 2)
          .noneMatch(text -> text.matches("(?s).*[\\u202e\\u001b\\u0085\\u2066].*"));
      assertThat(permissions(folder.resolve("out/rejects.csv"))).isEqualTo("rw-------");
      assertThat(permissions(folder.resolve("out/rejects.xlsx"))).isEqualTo("rw-------");
      String group = Files.readAttributes(folder, PosixFileAttributes.class).group().getName();
      new Terminal(office, Map.of("SUNLIT_FILES_GROUP", group))
          .run("rejects", "--out", folder.resolve("out/of-group.csv").toString());
      assertThat(permissions(folder.resolve("out/of-group.csv"))).isEqualTo("rw-r-----");
    }
  }

  @Test
  void aFolderOfAnotherUserIsLeftAsItIs(@TempDir Path folder) throws IOException {
    Path foreign = new UnixSystem().getUid() == 0 ? folder.resolve("var") : Path.of("/tmp");
    if (new UnixSystem().getUid() == 0) {
      Files.createDirectory(foreign);
      Files.setAttribute(foreign, "unix:uid", 65534);
    }
    assertThatThrownBy(() -> OwnFolder.prepare(foreign))
        .isInstanceOfSatisfying(
            OwnFolder.Foreign.class,
            why ->
                assertThat(why.text(Messages.english("commands")))
                    .startsWith(foreign + " belongs to "));
    assertThat(foreign.resolve("log")).doesNotExist();
  }

  @Test
  void theOwnFolderIsForItsOwner(@TempDir Path folder) throws Exception {
    String copies = System.getProperty("java.io.tmpdir");
    try {
      Path own = folder.resolve("var");
      OwnFolder.prepare(own);
      for (String below : List.of("", "log", "tmp")) {
        assertThat(permissions(own.resolve(below))).isEqualTo("rwx------");
      }
    } finally {
      System.setProperty("java.io.tmpdir", copies);
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static List<String> files(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = file.toString();
        if (name.endsWith(".xlsx")) {
          try (ZipFile book = new ZipFile(file.toFile())) {
            for (ZipEntry part : book.stream().toList()) {
              texts.add(
                  new String(book.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
          }
        } else if (name.endsWith(".csv") || name.endsWith(".html") || name.endsWith(".json")) {
          texts.add(Files.readString(file));
        }
      }
    }
    return texts;
  }
}
