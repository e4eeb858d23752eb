package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.reconcile.FilledWorkList;
import org.sunlitledger.reconcile.PlantedDiscrepancy;
import org.sunlitledger.testing.Office;

/** The work list as a sheet, from the command line. */
class WorkListSheetIT {
  private static Path folder;
  private static Office office;
  private static Terminal terminal;

  @BeforeAll
  static void open(@TempDir Path given) {
    folder = given;
    office = Office.in(folder).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office.night(2020);
    terminal = new Terminal(office);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void aSheetGoesOutAndComesInAndEachRowIsReported() throws IOException {
    long first = PlantedDiscrepancy.plant(office, "paid-twice", "a", "error", 12_345);
    long second = PlantedDiscrepancy.plant(office, "paid-twice", "b", "error", 100);
    long third = PlantedDiscrepancy.plant(office, "=1+1", "c", "look", 100);
    Path file = folder.resolve("list.xlsx");
    assertThat(terminal.run("discrepancies", "--year", "2020", "--out", file.toString())).isZero();
    assertThat(terminal.out()).isEqualTo("3 discrepancies written to " + file + "\n");
    FilledWorkList sheet = new FilledWorkList(Files.readAllBytes(file));
    assertThat(sheet.choices()).containsExactly("explained", "corrected", "waived");
    assertThat(sheet.cell(sheet.row(first), "Amount (yuan)")).isEqualTo("123.45");
    assertThat(sheet.cell(sheet.row(third), "Kind")).isEqualTo("=1+1");
    int row = sheet.row(first);
    sheet
        .type(row, "Resolution", "准予保留")
        .type(row, "Reason", "与合同核对")
        .type(sheet.row(second), "Resolution", "waived");
    Files.write(file, sheet.bytes());
    assertThat(terminal.run("resolve", "--file", file.toString(), "--by", "李四")).isEqualTo(3);
    assertThat(terminal.out())
        .contains("row %d: discrepancy %d is resolved and waits for".formatted(row, first))
        .contains(
            "2 rows filled in, 1 resolved, to be approved by another person; 1 not resolved; 1 empty");
    assertThat(terminal.err())
        .contains(
            "row %d, column Reason: empty, expected a reason of 1 to 500 characters"
                .formatted(sheet.row(second)));
    assertThat(terminal.run("resolve", "--file", file.toString(), "--by", "王五")).isEqualTo(3);
    assertThat(terminal.err()).contains("discrepancy %d was resolved by 李四".formatted(first));
  }

  @Test
  void whatIsNoWorkListIsRefusedAsAWhole() throws IOException {
    Path text = Files.writeString(folder.resolve("list.csv"), "编号,处理\n1,已说明\n");
    assertThat(terminal.run("resolve", "--file", text.toString(), "--by", "李四")).isEqualTo(1);
    assertThat(terminal.err()).contains("cannot read " + text + " as a work list");
    assertThat(terminal.run("resolve", "--file", text.toString(), "1", "--by", "李四")).isEqualTo(2);
    assertThat(terminal.run("resolve", "--by", "李四")).isEqualTo(2);
    assertThat(terminal.run("discrepancies", "--year", "2020", "--out", "list.csv")).isEqualTo(2);
  }
}
