package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.SunlitLedger;
import org.sunlitledger.close.Desk;
import org.sunlitledger.sample.LargeDelivery;
import org.sunlitledger.testing.OtherProcess;

/**
 * The data folder is lost during a year with a closed year behind it, and restored. What was handed
 * in since is imported, and nothing twice: everything is as in an office that has lost nothing.
 */
@Tag("long")
class DisasterIT {
  private static final int LINES = 10_000;
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";

  private final Path folder;

  DisasterIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void filesHandedInSinceAreImportedAndNothingTwice() throws IOException {
    try (LostOffice lost = closedYearBehind("lost");
        LostOffice calm = closedYearBehind("calm")) {
      lost.handIn("帮扶一月2021.csv", aid("SJ-1", "SJ-2"));
      lost.night(2021);
      lost.handIn("帮扶一月2021（修正）.csv", aid("SJ-1", "SJ-2", "SJ-3"));
      lost.night(2021);
      Path backup = lost.backUp();
      lost.handIn("帮扶二月2021.csv", aid("SJ-4"));
      lost.lose();
      lost.restore(backup);
      lost.handIn("帮扶三月2021.csv", aid("SJ-5"));
      lost.night(2021);
      lost.night(2021);

      calm.handIn("帮扶一月2021.csv", aid("SJ-1", "SJ-2"));
      calm.night(2021);
      calm.handIn("帮扶一月2021（修正）.csv", aid("SJ-1", "SJ-2", "SJ-3"));
      calm.night(2021);
      calm.handIn("帮扶二月2021.csv", aid("SJ-4"));
      calm.handIn("帮扶三月2021.csv", aid("SJ-5"));
      calm.night(2021);
      assertSame(lost, calm);
      new Desk(lost.office()).assertAgrees(2020, 1);
      assertThat(originals(lost)).hasSize(4).allMatch(Files::exists);
    }
  }

  @Test
  void aFileThatWasArchivedSinceTheBackupIsKeptApart() throws IOException {
    try (LostOffice lost = closedYearBehind("lost")) {
      Path backup = lost.backUp();
      lost.handIn("帮扶一月2021.csv", aid("SJ-1"));
      lost.night(2021);
      Path archive = lost.office().ownInbox().resolveSibling("var/archive");
      Path kept = Files.move(archive, archive.resolveSibling("../archive-of-another-disk"));
      lost.lose();
      Files.move(kept, archive);
      lost.restore(backup);
      lost.handIn("帮扶二月2021.csv", aid("SJ-2"));
      lost.night(2021);
      try (Stream<Path> all = Files.walk(archive)) {
        assertThat(all.filter(Files::isRegularFile).map(Path::toString))
            .hasSize(2)
            .filteredOn(file -> file.contains("/since-"))
            .singleElement()
            .satisfies(file -> assertThat(Path.of(file)).hasBinaryContent(aid("SJ-1")));
      }
    }
  }

  @Test
  void aBackupInTheMiddleOfANightIsGoneOnWith() throws Exception {
    try (LostOffice lost = closedYearBehind("lost");
        LostOffice calm = closedYearBehind("calm")) {
      LargeDelivery.write(lost.office().ownInbox().resolve("补贴2021.csv"), LINES, 7);
      LargeDelivery.write(calm.office().ownInbox().resolve("补贴2021.csv"), LINES, 7);
      calm.night(2021);
      Process night = night(lost);
      awaitHalfIn(lost);
      Path backup = lost.backUp();
      assertThat(night.waitFor()).isIn(0, 3);
      assertThat(lost.office().ownInbox()).isEmptyDirectory();
      lost.lose();
      lost.restore(backup);
      assertThat(linesRead(lost)).isBetween(1, LINES - 1);
      lost.night(2021);
      assertSame(lost, calm);
      new Desk(lost.office()).assertAgrees(2020, 1);
    }
  }

  private LostOffice closedYearBehind(String name) throws IOException {
    LostOffice lost = new LostOffice(folder.resolve(name));
    new Desk(lost.office()).yearReady().mustClose(2020);
    Files.createDirectories(lost.office().ownInbox());
    return lost;
  }

  private static void assertSame(LostOffice lost, LostOffice calm) {
    assertThat(lost.books()).isEqualTo(calm.books());
    assertThat(lost.figures(2020)).isEqualTo(calm.figures(2020));
    assertThat(lost.figures(2021)).isEqualTo(calm.figures(2021));
  }

  private static byte[] aid(String... receipts) {
    String lines =
        String.join("\n", Stream.of(receipts).map(r -> r + ",帮扶资金,甲单位,现金,2021-01-10,100").toList());
    return (AID + "\n" + lines + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<Path> originals(LostOffice lost) {
    return lost
        .office()
        .sql()
        .sql("select archived_as from delivery where archived_as is not null")
        .query(String.class)
        .list()
        .stream()
        .map(kept -> Path.of(URI.create(kept)))
        .toList();
  }

  private Process night(LostOffice lost) throws IOException {
    ProcessBuilder command =
        OtherProcess.of(lost.office(), SunlitLedger.class, "nightly", "--year", "2021");
    command.environment().put("SUNLIT_INTAKE_CHUNK", "100");
    return command
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), "night.log"))
        .start();
  }

  private static void awaitHalfIn(LostOffice lost) throws InterruptedException {
    for (int tries = 0; tries < 12_000; tries++) {
      int read = linesRead(lost);
      if (read > 0 && read < LINES) {
        return;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("the delivery never was half in");
  }

  private static int linesRead(LostOffice lost) {
    return lost.office()
        .sql()
        .sql(
            "select coalesce(sum(lines_read), 0) from delivery where register = 'subsidy' and year = 2021")
        .query(Integer.class)
        .single();
  }
}
