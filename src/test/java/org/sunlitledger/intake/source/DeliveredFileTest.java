package org.sunlitledger.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.intake.delivery.FileParts;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.Recogniser;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.register.Registers;

/**
 * The guard reads a workbook from its path. If the path is deleted after the first use, any second
 * run of the guard fails.
 */
class DeliveredFileTest {
  private static final int SHEETS = 5;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path workbook() throws IOException {
    Path path = folder.resolve("book.xlsx");
    try (OutputStream output = Files.newOutputStream(path);
        Workbook workbook = new Workbook(output, "Test", "1.0")) {
      for (int i = 0; i < SHEETS; i++) {
        workbook.newWorksheet("第" + i).value(0, 0, "甲" + i);
      }
    }
    return path;
  }

  private static String first(DeliveredFile file, int sheet) throws FileFault, IOException {
    try (LineSource lines = file.lines(sheet)) {
      return lines.next().orElseThrow().cells().get(0);
    }
  }

  @Test
  void aWorkbookIsOpenedOnceForAllItsSheets() throws Exception {
    Path path = workbook();
    try (DeliveredFile file = new DeliveredFile(path, StandardCharsets.UTF_8)) {
      assertThat(file.sheets()).hasSize(SHEETS);
      Files.delete(path);
      for (int sheet = 0; sheet < SHEETS; sheet++) {
        assertThat(first(file, sheet)).isEqualTo("甲" + sheet);
      }
    }
  }

  @Test
  void sheetsCanBeReadSideBySide() throws Exception {
    try (DeliveredFile file = new DeliveredFile(workbook(), StandardCharsets.UTF_8);
        LineSource one = file.lines(1);
        LineSource same = file.lines(1);
        LineSource other = file.lines(2)) {
      assertThat(List.of(one, same, other))
          .extracting(lines -> lines.next().orElseThrow().cells().get(0))
          .containsExactly("甲1", "甲1", "甲2");
    }
  }

  @Test
  void allPartsOfAWorkbookAreFoundInOneOpening() throws Exception {
    Openings openings =
        new Openings(
            new HeaderFinder(new Recogniser(new Registers(new Definitions(Optional.empty())))));
    Path path = workbook();
    FileSurvey survey = FileSurvey.survey(path);
    List<FileParts.FilePart> expected;
    try (DeliveredFile file = DeliveredFile.of(path, survey)) {
      expected = new FileParts(openings).find(file, "book.xlsx", survey);
    }
    try (DeliveredFile file = DeliveredFile.of(path, survey)) {
      file.sheets();
      Files.delete(path);
      List<FileParts.FilePart> found = new FileParts(openings).find(file, "book.xlsx", survey);
      assertThat(found)
          .usingRecursiveComparison()
          .ignoringFieldsOfTypes(StackTraceElement[].class)
          .isEqualTo(expected);
    }
  }

  @Test
  void aClosedFileIsOpenedAndGuardedAgain() throws Exception {
    Path path = workbook();
    DeliveredFile file = new DeliveredFile(path, StandardCharsets.UTF_8);
    file.sheets();
    file.close();
    Files.delete(path);
    assertThatThrownBy(file::sheets).isInstanceOf(NoSuchFileException.class);
  }
}
