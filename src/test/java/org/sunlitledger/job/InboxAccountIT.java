package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.intake.inbox.InboxAccount.Import;
import org.sunlitledger.intake.inbox.InboxAccount.ReportedEntry;
import org.sunlitledger.testing.Office;

/** Every entry of an inbox is accounted for, whatever it is and however it is called. */
class InboxAccountIT {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";

  @Test
  void nothingInAFolderIsInvisible(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      office
          .deliver("帮扶甲2020.csv", HEADER, aid(1))
          .deliver("帮扶乙2020.tsv", (HEADER + "\n" + aid(2)).replace(',', '\t'))
          .deliver("一镇/帮扶丙2020.csv", HEADER, aid(3))
          .deliver("folder.csv/帮扶丁2020.csv", HEADER, aid(4))
          .deliver("说明.md", "# 说明")
          .deliver("照片.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1})
          .deliver("扫描.pdf", "%PDF-1.4 ...")
          .deliver(".DS_Store", "x")
          .deliver("~$帮扶2020.xlsx", "x")
          .deliver(".~lock.帮扶2020.xlsx#", "x")
          .deliver(".帮扶戊2020.csv", HEADER, aid(5))
          .deliver("新.csv.part", HEADER)
          .deliver("旧.csv.part", HEADER);
      Files.setLastModifiedTime(
          office.inbox().resolve("旧.csv.part"),
          FileTime.from(Instant.now().minus(Duration.ofDays(2))));
      Files.createDirectory(office.inbox().resolve("空"));
      Files.createSymbolicLink(
          office.inbox().resolve("链接2020.csv"), office.inbox().resolve("帮扶甲2020.csv"));
      Files.createSymbolicLink(office.inbox().resolve("断.csv"), Path.of("nowhere"));
      Files.write(
          gbk(office.inbox(), "帮扶己2020.csv"), (HEADER + "\n" + aid(6) + "\n").getBytes("GBK"));

      Outcome outcome = office.night(2020);

      assertThat(outcome.entries().stream().map(InboxAccountIT::told))
          .containsExactlyInAnyOrder(
              "帮扶甲2020.csv live 1",
              "帮扶乙2020.tsv live 1",
              "一镇/帮扶丙2020.csv live 1",
              "folder.csv/帮扶丁2020.csv live 1",
              "folder.csv FOLDER",
              "空 FOLDER",
              "帮扶己2020.csv live 1",
              "说明.md refused file-type",
              "照片.jpg PICTURE",
              "扫描.pdf PDF",
              ".DS_Store SYSTEM",
              "~$帮扶2020.xlsx SYSTEM",
              ".~lock.帮扶2020.xlsx# SYSTEM",
              ".帮扶戊2020.csv refused file-hidden",
              "新.csv.part UNFINISHED",
              "旧.csv.part refused file-unfinished",
              "链接2020.csv refused file-link",
              "断.csv refused file-link");
      assertThat(outcome.isClean()).isFalse();
      assertThat(outcome.unfinished()).containsExactly("新.csv.part");
      assertThat(office.open())
          .containsExactlyInAnyOrder(
              "说明.md: FILE 1",
              ".帮扶戊2020.csv: FILE 1",
              "旧.csv.part: FILE 1",
              "链接2020.csv: FILE 1",
              "断.csv: FILE 1");
      assertThat(
              office
                  .sql()
                  .sql("select office from delivery where name like '一镇%'")
                  .query(String.class)
                  .single())
          .isEqualTo("一镇");
    }
  }

  @Test
  void renamedRemovedReplacedAndKnownFilesAreSaidToBeSo(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      office
          .deliver("帮扶2020.csv", HEADER, aid(1), aid(2), aid(3), aid(4), aid(5))
          .deliver("旧名2020.csv", HEADER, aid(11))
          .deliver("将删2020.csv", HEADER, aid(12));
      office.night(2020);
      Path inbox = office.inbox();
      Files.move(inbox.resolve("旧名2020.csv"), inbox.resolve("新名2020.csv"));
      Files.delete(inbox.resolve("将删2020.csv"));
      office.deliver("帮扶2020（修正）.csv", HEADER, aid(1), aid(2), aid(3), aid(4), aid(6));
      Outcome second = office.night(2020);
      assertThat(second.entries().stream().map(InboxAccountIT::told))
          .containsExactlyInAnyOrder(
              "帮扶2020.csv known superseded replaced by 帮扶2020（修正）.csv",
              "帮扶2020（修正）.csv live 5 replaces 帮扶2020.csv (+1 −1 ≠0)",
              "新名2020.csv known live 1",
              "旧名2020.csv renamed to 新名2020.csv",
              "将删2020.csv gone");
      assertThat(second.isClean()).isTrue();
      assertThat(office.night(2020).entries().stream().map(InboxAccountIT::told))
          .as("what has gone is reported once")
          .containsExactlyInAnyOrder(
              "帮扶2020.csv known superseded replaced by 帮扶2020（修正）.csv",
              "帮扶2020（修正）.csv known live 5 replaces 帮扶2020.csv (+1 −1 ≠0)",
              "新名2020.csv known live 1");
    }
  }

  @Test
  void anInboxMayBeALink(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      Path real = Files.createDirectories(folder.resolve("real"));
      Files.createDirectories(office.inbox().resolveSibling(""));
      Files.createSymbolicLink(office.inbox(), real);
      Files.writeString(real.resolve("帮扶2020.csv"), HEADER + "\n" + aid(1) + "\n");
      assertThat(office.night(2020).accepted()).isEqualTo(1);
    }
  }

  @Test
  void whatAnUnreportedRunRejectedIsReportedByTheNext(@TempDir Path folder) throws Exception {
    try (Office office = Office.in(folder)) {
      office
          .deliver("帮扶2020.csv", HEADER, aid(1), "SJ-2,不知,甲,现金,2020-01-10,1")
          .deliver("退2020.csv", HEADER, aid(3), "合计,,,,,7");
      Nightly nightly = office.the(Nightly.class);
      nightly.run(2020, Optional.of(office.inbox()), office.out());
      Outcome next = nightly.run(2020, Optional.of(office.inbox()), office.out());
      assertThat(next.read()).isEqualTo(2);
      assertThat(next.refused()).isEqualTo(1);
      assertThat(next.refusedFiles()).isEqualTo(1);
      nightly.reported(next);
      assertThat(office.night(2020).refusedFiles()).isZero();
    }
  }

  @Test
  void whatWasArchivedByAnUnreportedRunIsReportedByTheNext(@TempDir Path folder) throws Exception {
    try (Office office = Office.in(folder)) {
      Path own = Files.createDirectories(folder.resolve("own-inbox"));
      Files.writeString(
          own.resolve("帮扶2020.csv"),
          String.join("\n", HEADER, aid(1), "SJ-2,不知,甲,现金,2020-01-10,1"));
      Files.writeString(own.resolve("退2020.csv"), String.join("\n", HEADER, aid(3), "合计,,,,,7"));
      Files.writeString(own.resolve("断2020.csv"), String.join("\n", HEADER, aid(4)));
      Nightly nightly = office.the(Nightly.class);
      nightly.run(2020, Optional.empty(), office.out());
      // killed between the move of a file and the note of it
      office.sql().sql("update inbox_entry set moved = false where shown = '断2020.csv'").update();
      office.sql().sql("update delivery set archived_as = null where name = '断2020.csv'").update();

      Outcome next = nightly.run(2020, Optional.empty(), office.out());

      assertThat(next.entries().stream().map(InboxAccountIT::told))
          .containsExactlyInAnyOrder(
              "帮扶2020.csv live 2", "退2020.csv refused file-total", "断2020.csv live 1");
      assertThat(next.refused()).isEqualTo(1);
      assertThat(next.refusedFiles()).isEqualTo(1);
      assertThat(next.isClean()).isFalse();
      nightly.reported(next);
      assertThat(nightly.run(2020, Optional.empty(), office.out()).entries()).isEmpty();
    }
  }

  @Test
  void workbooksAreReadWhateverBytesTheirNamesAreMadeOf(@TempDir Path folder) throws Exception {
    try (Office office = Office.in(folder)) {
      office.deliver("说明.md", "# 说明");
      Files.write(gbk(office.inbox(), "帮扶甲2020.xlsx"), workbook());
      Files.write(gbk(office.inbox(), "帮扶乙2020.et"), biff());
      Files.write(gbk(office.inbox(), "断开的压缩2020.csv"), new byte[] {'P', 'K', 3, 4, 0, 0, 8, 0});
      assertThat(office.night(2020).entries().stream().map(InboxAccountIT::told))
          .containsExactlyInAnyOrder(
              "说明.md refused file-type",
              "帮扶甲2020.xlsx live 1",
              "帮扶乙2020.et live 1",
              "断开的压缩2020.csv refused file-binary");
    }
  }

  private static byte[] workbook() throws IOException {
    return bytes(new XSSFWorkbook(), 7);
  }

  private static byte[] biff() throws IOException {
    return bytes(new HSSFWorkbook(), 8);
  }

  private static byte[] bytes(Workbook workbook, int number) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (workbook) {
      Sheet sheet = workbook.createSheet("帮扶");
      String[] lines = {HEADER, aid(number)};
      for (int line = 0; line < lines.length; line++) {
        Row row = sheet.createRow(line);
        String[] cells = lines[line].split(",", -1);
        for (int column = 0; column < cells.length; column++) {
          row.createCell(column).setCellValue(cells[column]);
        }
      }
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static String aid(int number) {
    return "SJ-%d,帮扶资金,甲单位,现金,2020-01-10,%d".formatted(number, 10 * number);
  }

  private static Path gbk(Path inbox, String name) throws IOException {
    StringBuilder uri =
        new StringBuilder(inbox.toUri().toString().replaceAll("/$", "")).append('/');
    for (byte part : name.getBytes("GBK")) {
      uri.append("%%%02X".formatted(part));
    }
    return Path.of(URI.create(uri.toString()));
  }

  private static String told(ReportedEntry entry) {
    if (entry.isGone()) {
      return entry.shown() + entry.renamedTo().map(name -> " renamed to " + name).orElse(" gone");
    }
    List<String> imports = entry.imports().stream().map(InboxAccountIT::told).toList();
    return entry.shown()
        + " "
        + (imports.isEmpty() ? entry.state().name() : String.join("; ", imports));
  }

  private static String told(Import imported) {
    String fate =
        switch (imported.status()) {
          case "live" -> "live " + imported.lines();
          case "refused" -> "refused " + imported.rule().orElse("");
          default -> imported.status();
        };
    return (imported.isNew() ? "" : "known ")
        + fate
        + imported.replaces().map(other -> " replaces " + other.name()).orElse("")
        + imported
            .changes()
            .map(c -> " (+%d −%d ≠%d)".formatted(c.added(), c.gone(), c.changed()))
            .orElse("")
        + imported.replacedBy().map(other -> " replaced by " + other.name()).orElse("");
  }
}
