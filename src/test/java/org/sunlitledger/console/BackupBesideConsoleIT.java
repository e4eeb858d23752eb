package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.backup.LostOffice;
import org.sunlitledger.console.SentFiles.SentFile;
import org.sunlitledger.console.WrittenDrafts.WrongLine;
import org.sunlitledger.testing.Office;

/** A backup is made while somebody writes drafts and uploads files, and then all is lost. */
@Tag("long")
class BackupBesideConsoleIT {
  private static final int WRONG_LINES = 12;
  private static final String[] PROJECT = {
    "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金,自治区资金,市级资金,县级资金",
    "XM2020001,青山饮水工程,饮水安全,青山镇,青山镇人民政府,解决饮水,900000000,900000000,0,0,0"
  };

  @Test
  void draftsAndUploadsAreAsOfOneMomentAndNoFileCountsTwice(@TempDir Path folder) throws Exception {
    try (LostOffice lost = new LostOffice(folder)) {
      List<WrongLine> lines = wrongLines(lost.office());
      SentFiles files = new SentFiles(lost.office());
      List<SentFile> sent = IntStream.range(0, 6).mapToObj(i -> files.next(5_000)).toList();
      Path backup = backUpWhileSomebodyWrites(lost, files, sent, lines);
      int written = drafts(lost.office());
      lost.lose();
      lost.restore(backup);
      assertThat(drafts(lost.office())).isBetween(1, written);
      lost.night(2020);
      lost.night(2020);
      assertThat(live(lost.office()))
          .containsAll(sent.stream().map(SentFile::sha256).toList())
          .doesNotHaveDuplicates();
    }
  }

  private static Path backUpWhileSomebodyWrites(
      LostOffice lost, SentFiles files, List<SentFile> sent, List<WrongLine> lines)
      throws Exception {
    try (ServedConsole console = ServedConsole.of(lost.office())) {
      new Staff(lost.office(), console).add("wangfang", "王芳", AccountRole.CLERK);
      Visitor visitor = new Visitor(console);
      visitor.signIn("wangfang", Staff.PASSWORD);
      visitor.get("/2020/upload");
      try (ClerkAtWork clerk = new ClerkAtWork(visitor, files, new WrittenDrafts(lost.office()))) {
        clerk.save(lines);
        clerk.upload(sent.subList(0, 3), false);
        while (!clerk.hasSavedCell() || !clerk.hasSentBody()) {
          assertThat(clerk.hasFailed()).isFalse();
          Thread.sleep(5);
        }
        clerk.upload(sent.subList(3, 6), false);
        Path backup = lost.backUp();
        while (whole(lost.office().ownInbox()) < sent.size()) {
          assertThat(clerk.hasFailed()).isFalse();
          Thread.sleep(5);
        }
        clerk.expectKill();
        return backup;
      }
    }
  }

  private static List<WrongLine> wrongLines(Office office) {
    String lines = String.join("\n", LargePayments.lines("W", WRONG_LINES));
    office
        .deliver("project-2020.csv", PROJECT)
        .deliver("W-2020.csv", lines.replace(",100.25", ",八百元").getBytes(StandardCharsets.UTF_8));
    office.night(2020);
    long delivery =
        office
            .sql()
            .sql("select id from delivery where name = 'W-2020.csv'")
            .query(Long.class)
            .single();
    return IntStream.range(0, WRONG_LINES)
        .mapToObj(line -> new WrongLine(delivery, line + 2, "W%06d".formatted(line)))
        .toList();
  }

  /** The number of files that have their own names. */
  private static long whole(Path inbox) throws IOException {
    try (Stream<Path> files = Files.walk(inbox)) {
      return files
          .filter(file -> Files.isRegularFile(file))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .count();
    }
  }

  private static int drafts(Office office) {
    return office.sql().sql("select count(*) from mend_draft").query(Integer.class).single();
  }

  private static List<String> live(Office office) {
    return office
        .sql()
        .sql("select sha256 from delivery where status = 'live'")
        .query(String.class)
        .list();
  }
}
