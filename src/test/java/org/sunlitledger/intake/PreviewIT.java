package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.inbox.EntryState;
import org.sunlitledger.intake.inbox.FilePreview;
import org.sunlitledger.intake.inbox.FilePreview.FoundProblem;
import org.sunlitledger.intake.inbox.FilePreview.PartPreview;
import org.sunlitledger.intake.inbox.Preview;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.testing.Office;

/** A preview says of a file what the run then does with it. */
@Tag("long")
class PreviewIT {
  /** The run decides these with the lines of other files. */
  private static final Set<String> OF_OTHER_FILES =
      Set.of(ShapeRule.FILE_KINSHIP.id(), ShapeRule.SUPPLEMENT_LINE.id());

  @Test
  void agreesOnTheSampleYearAndOnFilesThatAreWrongInEveryWay(@TempDir Path folder)
      throws IOException {
    try (Office office = Office.in(folder).deliverAll(Path.of("sample-data/2020"))) {
      agree(office);
      Map<Path, FilePreview> again = previews(office);
      assertThat(again.values())
          .hasSize(21)
          .allSatisfy(known -> assertThat(known.receivedAs()).isPresent());
      office.deliverAll(Path.of("sample-data/bad"));
      agree(office);
    }
  }

  @Test
  void agreesOnHostileFiles(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      HostileFolder inbox = new HostileFolder(office.inbox());
      People people = new People();
      new MoreHostileFiles(people, inbox).deliver();
      new HostileWorkbooks(people, inbox).deliver();
      new HostileFiles(people, inbox).deliver(inbox.files() + 100);
      agree(office);
    }
  }

  @Test
  void agreesOnEndingsStatesAndEncodings(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      byte[] text = Files.readAllBytes(Path.of("sample-data/2020/target-2020.csv"));
      String words = new String(text, StandardCharsets.UTF_8);
      office
          .deliver("gbk/a-2020.csv", words.getBytes("GB18030"))
          .deliver("utf16/b-2020.csv", words.getBytes(StandardCharsets.UTF_16))
          .deliver("cut/c-2020.csv", words.substring(0, words.length() - 9).getBytes("GB18030"))
          .deliver("empty/d-2020.csv", new byte[0])
          .deliver("empty/d-2020.xlsx", new byte[0])
          .deliver("e/.hidden-2020.csv", text)
          .deliver("e/e-2020.part", text)
          .deliver("e/e-2020.pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII))
          .deliver("e/e-2020.zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0})
          .deliver("e/e-2020.xlsx", text)
          .deliver("e/e-2020.xls", new byte[] {1, 2, 3, 0, 5})
          .deliver("e/2019和2020.csv", text);
      Files.createSymbolicLink(
          office.inbox().resolve("e/link-2020.csv"), Path.of("sample-data").toAbsolutePath());
      agree(office);
      assertThat(preview(office, "e/e-2020.part").state()).isEqualTo(EntryState.UNFINISHED);
      assertThat(preview(office, "e/e-2020.pdf").state()).isEqualTo(EntryState.PDF);
    }
  }

  @Test
  void aCorrectionNamesWhatItReplacesAndASupplementWhatItSupplements(@TempDir Path folder)
      throws IOException {
    try (Office office = Office.in(folder)) {
      byte[] text = Files.readAllBytes(Path.of("sample-data/2020/target-2020.csv"));
      String words = new String(text, StandardCharsets.UTF_8);
      office.deliver("目标2020.csv", text).night(2020);
      long first = office.sql().sql("select id from delivery").query(Long.class).single();
      office.deliver(
          "目标2020（更正）.csv",
          words
              .substring(0, words.lastIndexOf('\n', words.length() - 2) + 1)
              .getBytes(StandardCharsets.UTF_8));
      PartPreview correction = preview(office, "目标2020（更正）.csv").parts().get(0);
      assertThat(correction.corrects().orElseThrow().id()).isEqualTo(first);
      assertThat(correction.corrects().orElseThrow().name()).isEqualTo("目标2020.csv");
      agree(office);
    }
  }

  /** Previews all files, runs a night, and compares. */
  private static void agree(Office office) throws IOException {
    Map<Path, FilePreview> previews = previews(office);
    long last =
        office.sql().sql("select coalesce(max(id), 0) from delivery").query(Long.class).single();
    List<String> before = numbers(office);
    previews(office);
    assertThat(numbers(office)).isEqualTo(before);
    office.night(2020);
    for (Map.Entry<Path, FilePreview> preview : previews.entrySet()) {
      List<RunPart> run = run(office, preview.getKey(), last);
      List<String> said = new ArrayList<>();
      List<PartPreview> parts = preview.getValue().parts();
      for (int i = 0; i < parts.size(); i++) {
        boolean isOfOther =
            i < run.size() && run.get(i).rule().filter(OF_OTHER_FILES::contains).isPresent();
        said.add(isOfOther ? run.get(i).shown() : shown(parts.get(i)));
      }
      assertThat(said)
          .as(FilePath.shown(preview.getKey()))
          .isEqualTo(run.stream().map(RunPart::shown).toList());
    }
  }

  private static Map<Path, FilePreview> previews(Office office) throws IOException {
    Path inbox = office.inbox().toRealPath();
    Map<Path, FilePreview> previews = new HashMap<>();
    try (Stream<Path> files = Files.walk(inbox)) {
      for (Path file : files.filter(path -> !Files.isDirectory(path)).toList()) {
        previews.put(file, office.the(Preview.class).of(inbox, file, 2020));
      }
    }
    return previews;
  }

  private static FilePreview preview(Office office, String name) throws IOException {
    Path inbox = office.inbox().toRealPath();
    return office.the(Preview.class).of(inbox, inbox.resolve(name), 2020);
  }

  /** The size of every table: a preview writes nothing. */
  private static List<String> numbers(Office office) {
    return office
        .sql()
        .sql(
            """
            select format('%s %s', c.relname, (xpath('/row/n/text()', query_to_xml(
              format('select count(*) as n from %I', c.relname), false, true, '')))[1])
            from pg_class c
            where c.relkind = 'r'
              and c.relnamespace = 'public'::regnamespace
            order by 1
            """)
        .query(String.class)
        .list();
  }

  private static String shown(PartPreview part) {
    return part.fault()
        .map(fault -> "%d refused %s".formatted(part.year(), shown(fault)))
        .orElseGet(
            () ->
                "%d %s lines %d supplements %s"
                    .formatted(
                        part.year(),
                        part.register().orElse(""),
                        part.lines(),
                        part.supplements().orElse(0L)));
  }

  private static String shown(FoundProblem problem) {
    ShapeFinding finding = problem.finding();
    return "%s line %d %s = %s, expected %s"
        .formatted(
            finding.rule().id(),
            problem.line(),
            finding.field(),
            finding.found(),
            finding.expected());
  }

  /** What the run made of a part. */
  private record RunPart(Optional<String> rule, String shown) {}

  private static List<RunPart> run(Office office, Path file, long last) {
    return office
        .sql()
        .sql(
            """
            select f.rule,
              case
                when d.status = 'refused' or f.rule is not null then
                  format('%s refused %s line %s %s = %s, expected %s', d.year, f.rule,
                    coalesce(f.line, 0), f.field, f.found, f.expected)
                else format('%s %s lines %s supplements %s', d.year, d.register, d.lines_read,
                  coalesce(d.named, 0))
              end
            from delivery d
            left join lateral (
              select *
              from finding
              where delivery_id = d.id
                and severity = 'error'
                and source = 'intake'
                and d.lines_read = 0
                and d.live_at is null
              order by id
              limit 1
            ) f on true
            where d.path = :path
              and d.id > :last
            order by d.sheet
            """)
        .param("path", office.the(HiddenNames.class).kept(file))
        .param("last", last)
        .query((row, at) -> new RunPart(Optional.ofNullable(row.getString(1)), row.getString(2)))
        .list();
  }
}
