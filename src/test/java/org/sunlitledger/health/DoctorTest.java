package org.sunlitledger.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import org.sunlitledger.database.server.ServerFolder;
import org.sunlitledger.health.books.DatabaseAddress;
import org.sunlitledger.health.books.DatabaseExamination;
import org.sunlitledger.health.books.ExaminedDatabase;
import org.sunlitledger.health.books.KeyExamination;
import org.sunlitledger.health.console.ConsoleExamination;
import org.sunlitledger.health.console.ServiceState;
import org.sunlitledger.health.machine.EncodingExamination;
import org.sunlitledger.health.machine.FoldersExamination;
import org.sunlitledger.health.machine.JavaExamination;
import org.sunlitledger.health.machine.MachineMemory;
import org.sunlitledger.health.machine.MemoryExamination;
import org.sunlitledger.intake.file.KeyPlace;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.NotExamined;
import org.sunlitledger.upkeep.Said;

/** Each examination of the machine finds what is wrong, and finds nothing where nothing is. */
class DoctorTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void javaMustBeNewEnough() throws Exception {
    assertThat(found(new JavaExamination(Runtime.Version.parse("11.0.2"), "/usr/lib/jvm/11")))
        .containsExactly("BROKEN java.old");
    assertThat(found(new JavaExamination(Runtime.Version.parse("17"), "/usr/lib/jvm/17")))
        .containsExactly("OK java.found");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8, OK encoding.found",
    "UTF-8, ANSI_X3.4-1968, BROKEN encoding.other",
    "GB18030, UTF-8, BROKEN encoding.other"
  })
  void textsAndNamesOfFilesAreInUtf8(String texts, String fileNames, String expected)
      throws Exception {
    assertThat(found(new EncodingExamination(texts, fileNames))).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "8192, 4096, OK memory.found",
    "8192, 300, LOOK memory.low",
    "1024, 900, BROKEN memory.small"
  })
  void thereIsMemoryForANight(long total, long available, String expected) throws Exception {
    MachineMemory memory =
        new MachineMemory(DataSize.ofMegabytes(total), DataSize.ofMegabytes(available));
    assertThat(found(new MemoryExamination(() -> memory))).containsExactly(expected);
  }

  @Test
  void theMemoryOfThisMachineIsRead() throws IOException {
    MachineMemory memory = MachineMemory.now();
    assertThat(memory.available().toBytes()).isBetween(1L, memory.total().toBytes());
  }

  @Test
  void foldersAreForTheirOwner() throws Exception {
    Path own = made("var", "rwx------");
    Path inbox = made("inbox", "rwxr-xr-x");
    FoldersExamination examination = new FoldersExamination(own, List.of(inbox));
    assertThat(found(examination)).containsExactly("OK folders.found");

    made("var", "rwxr-x---");
    assertThat(found(examination)).containsExactly("BROKEN folders.readable");
    assertThat(Files.getPosixFilePermissions(own))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));

    made("var", "rwx------");
    Path file = Files.writeString(folder.resolve("out"), "");
    Path unmade = folder.resolve("archive");
    assertThat(found(new FoldersExamination(own, List.of(own.resolve("archive"), inbox))))
        .containsExactly("OK folders.found");
    assertThat(found(new FoldersExamination(own, List.of(inbox, unmade, file))))
        .containsExactly("LOOK folders.none", "BROKEN folders.not-writable");
    assertThat(unmade).doesNotExist();
    assertThat(found(new FoldersExamination(folder.resolve("none"), List.of())))
        .containsExactly("LOOK folders.none");
  }

  @Test
  void foldersOfAnotherUserAreFound() throws Exception {
    Path own = made("var", "rwx------");
    assumeTrue("root".equals(System.getProperty("user.name")), "only root may give folders away");
    Files.setAttribute(own, "unix:uid", 54_321);
    assertThat(found(new FoldersExamination(own, List.of())))
        .containsExactly("BROKEN folders.foreign");
  }

  @Test
  void whatCannotBeSeenIsNotMissing() throws Exception {
    assumeFalse("root".equals(System.getProperty("user.name")), "root sees everything");
    Path own = made("var", "---------");
    KeyPlace place = new KeyPlace(null, own.resolve("secret.key"));
    try (ExaminedDatabase none = noDatabase()) {
      assertThatThrownBy(() -> new KeyExamination(place, none).examine())
          .isInstanceOf(NotExamined.class)
          .hasMessageContaining("not-examined.folder");
    } finally {
      made("var", "rwx------");
    }
  }

  @Test
  void theKeyIsForItsOwnerAndCopied() throws Exception {
    KeyPlace place = new KeyPlace(null, folder.resolve("secret.key"));
    try (ExaminedDatabase none = noDatabase()) {
      KeyExamination examination = new KeyExamination(place, none);
      assertThat(found(examination)).containsExactly("LOOK key.none");
      Files.writeString(place.file(), "0123456789");
      Files.setPosixFilePermissions(place.file(), PosixFilePermissions.fromString("rw-r--r--"));
      assertThat(found(examination)).containsExactly("BROKEN key.readable", "LOOK key.no-copy");
      Files.setPosixFilePermissions(place.file(), PosixFilePermissions.fromString("rw-------"));
      place.recordCopy("0123456789");
      assertThat(found(examination)).containsExactly("OK key.found");
      Files.writeString(place.file(), "another");
      assertThat(found(examination)).containsExactly("LOOK key.no-copy");
      Files.writeString(place.file(), " \n");
      assertThat(found(examination)).containsExactly("BROKEN key.empty");
    }
  }

  @Test
  void aDatabaseThatWasNeverMadeIsNotMade() throws Exception {
    try (ExaminedDatabase none = noDatabase()) {
      assertThat(found(new DatabaseExamination(none))).containsExactly("LOOK database.not-made");
    }
    assertThat(folder.resolve("postgres")).doesNotExist();
  }

  @Test
  void aConsoleThatIsAServiceMustAnswer() throws Exception {
    int port = freePort() - 1;
    assertThat(found(new ConsoleExamination(port, ServiceState.NONE)))
        .containsExactly("OK console.none");
    assertThat(found(new ConsoleExamination(port, ServiceState.STOPPED)))
        .containsExactly("BROKEN console.stopped");
    assertThat(found(new ConsoleExamination(port, ServiceState.RUNNING)))
        .containsExactly("BROKEN console.silent");
  }

  @ParameterizedTest
  @CsvSource({"200, OK console.answers", "503, BROKEN console.ill"})
  void theConsoleSaysHowItIs(int status, String expected) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/actuator/health",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      int port = server.getAddress().getPort() - 1;
      assertThat(found(new ConsoleExamination(port, ServiceState.NONE))).containsExactly(expected);
    } finally {
      server.stop(0);
    }
  }

  private ExaminedDatabase noDatabase() {
    return new ExaminedDatabase(
        new DatabaseAddress(
            null, null, null, new ServerFolder(folder.resolve("postgres")), Optional.empty()));
  }

  private Path made(String name, String rights) throws IOException {
    Path made = Files.createDirectories(folder.resolve(name));
    return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(rights));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static List<String> found(Examination examination) throws Exception {
    return Said.levels(examination.examine());
  }
}
