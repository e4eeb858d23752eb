package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.intake.inbox.Archive;
import org.sunlitledger.testing.Office;

/** What is archived is what was read. */
class ArchiveTest {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额\n";
  private static final String BOTH = HEADER + aid(1, 10) + aid(2, 20);
  private static final String CORRECTED = HEADER + aid(1, 10) + aid(2, 999);

  @Test
  void aFileThatWasReplacedAfterItWasReadStaysForTheNextNight(@TempDir Path folder)
      throws Exception {
    try (Office office = Office.in(folder)) {
      Path inbox = Files.createDirectories(office.the(Archive.class).inbox());
      Path file = Files.writeString(inbox.resolve("帮扶2020.csv"), BOTH);
      Files.writeString(inbox.resolve("另一份2020.csv"), HEADER + aid(3, 30));
      // the folder under another name is only read: the night ends before its files are moved
      Path alias = Files.createSymbolicLink(folder.resolve("alias"), inbox);
      office.the(Nightly.class).run(2020, Optional.of(alias), office.out());
      Files.writeString(file, CORRECTED);

      office.the(Archive.class).moveImported();
      assertThat(file).hasContent(CORRECTED.strip());
      assertThat(archived(folder)).containsExactly(HEADER + aid(3, 30));

      office.the(Nightly.class).run(2020, Optional.empty(), office.out());
      assertThat(file).doesNotExist();
      assertThat(archived(folder)).containsExactlyInAnyOrder(HEADER + aid(3, 30), CORRECTED);
      assertThat(office.sql().sql("select sum(amount) from live_aid").query(Long.class).single())
          .isEqualTo(103_900L);
    }
  }

  @Test
  void aMoveThatWasKilledBeforeItWasRecordedIsCompletedOnAnotherDay(@TempDir Path folder)
      throws Exception {
    try (Office office = Office.in(folder)) {
      Path inbox = Files.createDirectories(office.the(Archive.class).inbox());
      Path file = Files.writeString(inbox.resolve("帮扶2020.csv"), BOTH);
      Path alias = Files.createSymbolicLink(folder.resolve("alias"), inbox);
      office.the(Nightly.class).run(2020, Optional.of(alias), office.out());
      office.sql().sql("update delivery set received_at = '2020-03-04T04:00Z'").update();
      Path day = Files.createDirectories(folder.resolve("var/archive/2020-03-04"));
      Files.move(file, day.resolve("1.csv"));

      office.the(Archive.class).moveImported();
      assertThat(office.sql().sql("select archived_as from delivery").query(String.class).single())
          .endsWith("/2020-03-04/1.csv");
      assertThat(archived(folder)).containsExactly(BOTH);
    }
  }

  @Test
  void whatSomebodyElsePutIntoTheInboxBelongsToTheProgramInTheArchive(@TempDir Path folder)
      throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root gives files to others");
    try (Office office = Office.in(folder)) {
      Path inbox = Files.createDirectories(office.the(Archive.class).inbox());
      Path file = Files.writeString(inbox.resolve("帮扶2020.csv"), BOTH);
      Files.setAttribute(file, "unix:uid", 64_321);
      office.the(Nightly.class).run(2020, Optional.empty(), office.out());
      Path kept;
      try (Stream<Path> files = Files.walk(folder.resolve("var/archive"))) {
        kept = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      }
      assertThat(kept).hasContent(BOTH.strip());
      assertThat(Files.getAttribute(kept, "unix:uid")).isEqualTo(0);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rw-------");
      assertThat(archived(folder)).hasSize(1);
    }
  }

  private static List<String> archived(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("var/archive"))) {
      List<String> contents = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.add(Files.readString(file));
      }
      return contents;
    }
  }

  private static String aid(int number, int yuan) {
    return "SJ-%d,帮扶资金,甲单位,现金,2020-01-10,%d\n".formatted(number, yuan);
  }
}
