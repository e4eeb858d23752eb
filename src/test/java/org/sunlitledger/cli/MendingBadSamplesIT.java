package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.testing.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every planted fault is mended as staff would; then all is as if it had been right at first. */
@Tag("long")
class MendingBadSamplesIT {
  private static final Path SAMPLE = Path.of("sample-data/2020");
  private static final Path BAD = Path.of("sample-data/bad");
  private static final Path MENDED = Path.of("src/test/resources/mended");
  private static final String WITHDRAWN = "处理";

  @Test
  void nothingIsLeftToMendAndFiguresAreAsIfRightAtFirst(@TempDir Path folder) throws IOException {
    Map<String, String> figures;
    try (Office office = Office.in(folder.resolve("mended")).deliverAll(SAMPLE)) {
      office.night(2020);
      office.deliverAll(BAD).night(2020);
      byte[] workbook = mended(rejects(office, folder.resolve("rejects.xlsx")));
      Outcome night =
          office.deliver("补正.xlsx", workbook).deliverAll(MENDED.resolve("files")).night(2020);

      assertThat(errors(office)).isEmpty();
      assertThat(night.isClean()).isTrue();
      assertThat(Files.readString(office.out().resolve("2020/annual-2019.txt")))
          .doesNotContain("被退回");
      assertBothAreListed(office);
      figures = new TreeMap<>(office.figures(2020));
    }
    try (Office right = Office.in(folder.resolve("right")).deliverAll(SAMPLE)) {
      deliverRightAtFirst(right);
      assertThat(right.night(2020).isClean()).isTrue();
      assertThat(new TreeMap<>(right.figures(2020))).isEqualTo(figures);
    }
  }

  private static void assertBothAreListed(Office office) {
    Terminal terminal = new Terminal(office);
    assertThat(terminal.run("deliveries", "--json")).isZero();
    JsonNode history = JsonMapper.shared().readTree(terminal.out());
    List<JsonNode> supplements =
        history.valueStream().filter(d -> !d.path("supplements").asString().isEmpty()).toList();
    assertThat(supplements).hasSize(67);
    assertThat(supplements)
        .allSatisfy(
            supplement -> {
              assertThat(supplement.path("still_wrong").asString()).isIn("", "0");
              assertThat(supplement.path("new").asString()).isEqualTo("0");
            });
    assertThat(sum(supplements, "mended") + sum(supplements, "withdrawn")).isEqualTo(68);
  }

  private static int sum(List<JsonNode> deliveries, String column) {
    return deliveries.stream()
        .map(delivery -> delivery.path(column).asString())
        .filter(text -> !text.isEmpty())
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private static byte[] mended(XSSFWorkbook workbook) throws IOException {
    Map<String, XSSFSheet> sheets = new TreeMap<>();
    workbook.forEach(
        sheet -> {
          String title = sheet.getRow(0).getCell(0).getStringCellValue();
          if (title.startsWith("补正批次")) {
            sheets.put(
                title.substring(title.indexOf('（') + 1, title.indexOf('）')), (XSSFSheet) sheet);
          }
        });
    for (String[] edit : edits()) {
      XSSFSheet sheet = Optional.ofNullable(sheets.get(edit[0])).orElseThrow();
      int number = column(sheet, "原行号");
      for (Row row : sheet) {
        if (row.getRowNum() > 1 && row.getCell(number).getNumericCellValue() == line(edit)) {
          row.getCell(column(sheet, edit[2])).setCellValue(edit[3]);
        }
      }
    }
    try (workbook;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static int column(XSSFSheet sheet, String title) {
    for (var cell : sheet.getRow(1)) {
      if (cell.getStringCellValue().equals(title)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError("no column " + title + " in " + sheet.getSheetName());
  }

  /** The same edits made in the files themselves; lines that were withdrawn are not there. */
  private static void deliverRightAtFirst(Office office) throws IOException {
    List<String[]> edits = edits();
    try (Stream<Path> files = Files.list(BAD)) {
      for (Path file : files.filter(MendingBadSamplesIT::hasLines).toList()) {
        String name = file.getFileName().toString();
        office.deliver(
            name, right(file, edits.stream().filter(edit -> edit[0].equals(name)).toList()));
      }
    }
    office.deliverAll(MENDED.resolve("files"));
  }

  private static boolean hasLines(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".csv") && !name.startsWith("bad-file-");
  }

  private static byte[] right(Path file, List<String[]> edits) throws IOException {
    StringWriter right = new StringWriter();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180);
        CSVPrinter printer = new CSVPrinter(right, CSVFormat.RFC4180)) {
      List<CSVRecord> lines = parser.getRecords();
      List<String> titles = lines.get(0).toList();
      printer.printRecord(titles);
      for (int i = 1; i < lines.size(); i++) {
        List<String> cells = new ArrayList<>(lines.get(i).toList());
        while (cells.size() < titles.size()) {
          cells.add("");
        }
        boolean isWithdrawn = false;
        for (String[] edit : edits) {
          if (line(edit) == i + 1 && edit[2].equals(WITHDRAWN)) {
            isWithdrawn = true;
          } else if (line(edit) == i + 1) {
            cells.set(titles.indexOf(edit[2]), edit[3]);
          }
        }
        if (!isWithdrawn) {
          printer.printRecord(cells.subList(0, titles.size()));
        }
      }
    }
    return right.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** File, line, column, what is written there. */
  private static List<String[]> edits() throws IOException {
    return Files.readAllLines(MENDED.resolve("lines.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static int line(String[] edit) {
    return Integer.parseInt(edit[1]);
  }

  private static List<String> errors(Office office) {
    return office.the(Findings.class).list(Optional.empty(), Optional.empty(), true).stream()
        .filter(told -> told.severity().equals("error"))
        .map(told -> "%s:%d %s %s".formatted(told.file(), told.line(), told.rule(), told.found()))
        .toList();
  }

  private static XSSFWorkbook rejects(Office office, Path file) throws IOException {
    assertThat(new Terminal(office).run("rejects", "--lang", "zh", "--out", file.toString()))
        .isZero();
    return new XSSFWorkbook(Files.newInputStream(file));
  }
}
