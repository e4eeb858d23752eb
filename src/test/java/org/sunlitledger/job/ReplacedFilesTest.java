package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.intake.inbox.Archive;
import org.sunlitledger.intake.inbox.InboxAccount.ReportedEntry;
import org.sunlitledger.testing.Office;

/**
 * Files that are replaced, removed or changed in every way after they were read and before they are
 * archived, in one inbox: each concerns itself only, and what is archived is what was read.
 */
class ReplacedFilesTest {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额\n";
  private static final String TOTAL = "合计,,,,,";
  private static final String ITEM = "信息编号,信息标题,公开栏目,公开渠道,公开日期\nXX-1,公示,扶贫开发,政府网站,2020-05-01\n";

  private static Office office;
  private static Path inbox;
  private static Path archive;
  private static List<String> archivedAtFirst;
  private static List<String> leftAtFirst;
  private static Outcome second;

  @BeforeAll
  static void twoNights(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    inbox = Files.createDirectories(office.the(Archive.class).inbox());
    archive = folder.resolve("var/archive");
    write("smaller", aid("S", 5, 10));
    write("larger", aid("L", 5, 10));
    write("other", aid("O", 1, 10));
    write("removed", aid("R", 1, 10));
    write("folder", aid("F", 1, 10));
    write("link", aid("K", 1, 10));
    write("touched", aid("T", 1, 10));
    write("written anew", aid("W", 1, 10));
    write("emptied", aid("E", 1, 10));
    write("renamed", aid("N", 1, 10));
    write("swapped1", aid("P", 1, 10));
    write("swapped2", aid("Q", 1, 20));
    write("rejected", aid("J", 2, 10) + TOTAL + "21\n");
    write("growing", aid("G", 5, 10));
    write("quiet", aid("Z", 1, 10));
    // the folder under another name is only read: the night ends before its files are moved
    Path alias = Files.createSymbolicLink(folder.resolve("alias"), inbox);
    office.the(Nightly.class).run(2020, Optional.of(alias), office.out());

    write("smaller", aid("S", 4, 10));
    write("larger", aid("L", 5, 11));
    write("other", ITEM);
    Files.delete(file("removed"));
    Files.delete(file("folder"));
    Files.createDirectory(file("folder"));
    Files.delete(file("link"));
    Files.createSymbolicLink(file("link"), file("quiet"));
    Files.setLastModifiedTime(file("touched"), FileTime.from(Instant.now().plusSeconds(60)));
    Files.delete(file("written anew"));
    write("written anew", aid("W", 1, 10));
    write("emptied", "");
    Files.move(file("renamed"), file("another name"));
    Path aside = Files.move(file("swapped1"), folder.resolve("aside"));
    Files.move(file("swapped2"), file("swapped1"));
    Files.move(aside, file("swapped2"), StandardCopyOption.REPLACE_EXISTING);
    write("rejected", aid("J", 2, 10) + TOTAL + "20\n");
    Files.writeString(file("growing"), Files.readString(file("growing")) + line("G", 6, 10));
    office.the(Archive.class).moveImported();
    archivedAtFirst = archived();
    leftAtFirst = left();

    second = night();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void onlyBytesThatWereReadAreArchived() {
    assertThat(archivedAtFirst)
        .containsExactlyInAnyOrder(aid("T", 1, 10), aid("W", 1, 10), aid("Z", 1, 10));
    assertThat(leftAtFirst)
        .containsExactly(
            "another name2020.csv",
            "emptied2020.csv",
            "folder2020.csv",
            "growing2020.csv",
            "larger2020.csv",
            "link2020.csv",
            "other2020.csv",
            "rejected2020.csv",
            "smaller2020.csv",
            "swapped12020.csv",
            "swapped22020.csv");
  }

  @Test
  void whatReplacesThemIsImportedNextAndArchivedThen() throws IOException {
    assertThat(live())
        .containsExactlyInAnyOrder(
            "smaller2020.csv 4 40",
            "larger2020.csv 5 55",
            "growing2020.csv 6 60",
            "rejected2020.csv 2 20",
            "other2020.csv 1 10",
            "removed2020.csv 1 10",
            "folder2020.csv 1 10",
            "link2020.csv 1 10",
            "emptied2020.csv 1 10",
            "touched2020.csv 1 10",
            "written anew2020.csv 1 10",
            "renamed2020.csv 1 10",
            "swapped12020.csv 1 10",
            "swapped22020.csv 1 20",
            "quiet2020.csv 1 10");
    assertThat(archived())
        .containsAll(archivedAtFirst)
        .contains(ITEM, "", aid("S", 4, 10), aid("L", 5, 11), aid("J", 2, 10) + TOTAL + "20\n")
        .contains(aid("G", 5, 10) + line("G", 6, 10))
        .doesNotContain(aid("S", 5, 10), aid("L", 5, 10), aid("O", 1, 10), aid("E", 1, 10));
  }

  @Test
  void whatBecameOfEachIsSaid() {
    assertThat(second.entries().stream().filter(ReportedEntry::isGone).map(ReportedEntry::shown))
        .containsExactlyInAnyOrder("removed2020.csv", "renamed2020.csv");
    assertThat(second.entries().stream().filter(entry -> !entry.isGone()).map(ReportedEntry::shown))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    leftAtFirst.stream(),
                    Stream.of("quiet2020.csv", "touched2020.csv", "written anew2020.csv"))
                .toList());
    assertThat(office.open())
        .as("the one that was rejected is corrected")
        .containsExactlyInAnyOrder("emptied2020.csv: FILE 1", "link2020.csv: FILE 1");
    assertThat(second.isClean()).isFalse();
  }

  private static Outcome night() throws Exception {
    Outcome outcome = office.the(Nightly.class).run(2020, Optional.empty(), office.out());
    office.the(Nightly.class).reported(outcome);
    return outcome;
  }

  private static List<String> live() {
    return office
        .sql()
        .sql(
            """
            select d.name || ' ' || count(*) || ' ' || sum(a.amount)::bigint / 100
            from live_aid a
            join delivery d on d.id = a.delivery_id
            group by d.id
            """)
        .query(String.class)
        .list();
  }

  private static List<String> archived() throws IOException {
    try (Stream<Path> files = Files.walk(archive)) {
      List<String> contents = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.add(Files.readString(file));
      }
      return contents;
    }
  }

  private static List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(inbox)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static Path file(String name) {
    return inbox.resolve(name + "2020.csv");
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(file(name), text);
  }

  private static String aid(String series, int count, int yuan) {
    StringBuilder lines = new StringBuilder(AID);
    for (int number = 1; number <= count; number++) {
      lines.append(line(series, number, yuan));
    }
    return lines.toString();
  }

  private static String line(String series, int number, int yuan) {
    return "SJ-%s-%d,帮扶资金,甲单位,现金,2020-01-10,%d\n".formatted(series, number, yuan);
  }
}
