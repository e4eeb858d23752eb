package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.Recogniser;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.register.Registers;

/** The results for the rows of a file, as a text and as a workbook. */
public final class AidRows {
  public static final String HEADER = "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额";
  private static final Openings OPENINGS =
      new Openings(
          new HeaderFinder(new Recogniser(new Registers(new Definitions(Optional.empty())))));

  private final Path folder;

  public AidRows(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /**
   * Rows of a file.
   *
   * @param records with the unit of their amounts: {@code 3 万元}
   * @param findings on the file: {@code 5 file-total 折合金额=5}
   */
  public record Rows(List<String> records, List<String> findings) {}

  public static String line(int number, String amount) {
    return "SJ-%03d,帮扶资金,甲公司,现金,香山乡,黄泉村,2020-03-05,%s".formatted(number, amount);
  }

  /** Reads both kinds and asserts that the results are equal. */
  public Rows of(String... lines) throws IOException {
    Rows text = ofText(lines);
    Rows sheet = ofSheet(lines);
    org.assertj.core.api.Assertions.assertThat(sheet).isEqualTo(text);
    return text;
  }

  Rows ofText(String... lines) throws IOException {
    return ofText(StandardCharsets.UTF_8, String.join("\n", lines));
  }

  Rows ofText(Charset charset, String text) throws IOException {
    Path file = folder.resolve("aid-2020.csv");
    Files.write(file, text.getBytes(charset));
    return read(file, charset);
  }

  private Rows ofSheet(String... lines) throws IOException {
    Path file = folder.resolve("aid-2020.xlsx");
    try (Workbook workbook = new XSSFWorkbook();
        var output = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("台账");
      for (int i = 0; i < lines.length; i++) {
        Row row = sheet.createRow(i);
        String[] cells = lines[i].split(",", -1);
        for (int k = 0; k < cells.length; k++) {
          Cell cell = row.createCell(k);
          if (!cells[k].isEmpty()) {
            cell.setCellValue(cells[k]);
          }
        }
      }
      workbook.write(output);
    }
    return read(file, StandardCharsets.UTF_8);
  }

  private static Rows read(Path path, Charset charset) throws IOException {
    List<String> records = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    try (DeliveredFile file = new DeliveredFile(path, charset);
        Openings.OpenedDelivery opened =
            OPENINGS.open(file, String.valueOf(path.getFileName()), 0)) {
      for (Optional<SourceLine> line = opened.lines().next();
          line.isPresent();
          line = opened.lines().next()) {
        Header header = opened.lines().header().header();
        int amount = header.columnOf(header.register().field("amount"));
        records.add(line.get().number() + " " + header.column(amount).orElseThrow().unit().text());
      }
      opened.lines().findings().all().forEach(f -> findings.add(shown(f.line(), f.finding())));
    } catch (FileFault fault) {
      findings.add(shown(fault.line(), fault.finding()));
    }
    return new Rows(records, findings);
  }

  private static String shown(int line, ShapeFinding finding) {
    return "%d %s %s=%s".formatted(line, finding.rule().id(), finding.field(), finding.found());
  }
}
