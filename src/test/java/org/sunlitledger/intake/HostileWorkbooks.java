package org.sunlitledger.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks of both kinds with personal data in unusual places. */
final class HostileWorkbooks {
  private static final String LINE = "v,k,d,t,V,h,N,I,s,b,a";
  private static final int NAME = 6;
  private static final int AMOUNT = 10;

  private final People people;
  private final HostileFolder folder;

  HostileWorkbooks(People people, HostileFolder folder) {
    this.people = people;
    this.folder = folder;
  }

  private interface Change extends BiConsumer<Sheet, Person> {}

  /** A workbook for each kind of place and each format. */
  void deliver() {
    for (boolean isOld : new boolean[] {false, true}) {
      put(isOld, (sheet, who) -> sheet.getWorkbook().setSheetName(0, who.name()));
      put(isOld, (sheet, who) -> sheet.getWorkbook().setSheetName(0, who.number()));
      put(isOld, (sheet, who) -> sheet.getWorkbook().createSheet(who.name() + who.number()));
      put(isOld, HostileWorkbooks::hiddenSheet);
      put(isOld, HostileWorkbooks::secondSheet);
      put(isOld, HostileWorkbooks::comment);
      put(isOld, HostileWorkbooks::properties);
      put(isOld, HostileWorkbooks::definedName);
      put(isOld, HostileWorkbooks::pageHeader);
      put(isOld, HostileWorkbooks::hiddenRow);
      put(isOld, HostileWorkbooks::mergedName);
      put(isOld, HostileWorkbooks::mergedAmount);
      put(isOld, (sheet, who) -> format(sheet, AMOUNT, "0\"" + who.name() + "\""));
      put(isOld, (sheet, who) -> format(sheet, AMOUNT, "\"" + who.number() + "\"0"));
      put(isOld, (sheet, who) -> format(sheet, 0, "\"" + who.number() + "\"0"));
      put(isOld, (sheet, who) -> number(sheet, 0, who, 'O'));
      put(isOld, (sheet, who) -> number(sheet, AMOUNT, who, 'O'));
      put(isOld, (sheet, who) -> number(sheet, 2, who, 'O'));
      put(isOld, (sheet, who) -> number(sheet, 7, who, 'O'));
      put(isOld, (sheet, who) -> text(sheet, 0, who.number()));
      put(isOld, (sheet, who) -> text(sheet, 2, who.number()));
      put(isOld, (sheet, who) -> text(sheet, AMOUNT, who.written('O')));
      put(isOld, (sheet, who) -> text(sheet, 4, who.name() + " " + who.written('H')));
      put(isOld, (sheet, who) -> above(sheet, "户主：" + who.name() + " " + who.number()));
      put(isOld, (sheet, who) -> above(sheet, "单位：" + who.name() + "元"));
      put(isOld, HostileWorkbooks::formula);
    }
    broken();
  }

  private static void hiddenSheet(Sheet sheet, Person who) {
    Workbook workbook = sheet.getWorkbook();
    fill(workbook.createSheet("户主" + who.name()), who, 0);
    workbook.setSheetHidden(1, true);
  }

  /** A sheet that continues without a header. */
  private static void secondSheet(Sheet sheet, Person who) {
    Sheet second = sheet.getWorkbook().createSheet(who.name());
    row(second, 0, HostileText.filled("BT9,k,d,t,V,h,I,N,s,b,a", who, 0));
    row(second, 1, HostileText.filled("BT8,k,d,t,V,h,N,I,s,b,不详", who, 0));
  }

  private static void comment(Sheet sheet, Person who) {
    CreationHelper make = sheet.getWorkbook().getCreationHelper();
    Comment comment = sheet.createDrawingPatriarch().createCellComment(make.createClientAnchor());
    comment.setString(make.createRichTextString(who.name() + " " + who.number()));
    comment.setAuthor(who.name());
    sheet.getRow(1).getCell(NAME).setCellComment(comment);
  }

  private static void properties(Sheet sheet, Person who) {
    if (sheet.getWorkbook() instanceof XSSFWorkbook workbook) {
      var core = workbook.getProperties().getCoreProperties();
      core.setCreator(who.name());
      core.setTitle(who.name() + who.number());
      core.setDescription(who.number());
      workbook.getProperties().getExtendedProperties().setManager(who.name());
      workbook.getProperties().getCustomProperties().addProperty("户主", who.number());
    } else if (sheet.getWorkbook() instanceof HSSFWorkbook workbook) {
      workbook.createInformationProperties();
      workbook.getSummaryInformation().setAuthor(who.name());
      workbook.getSummaryInformation().setTitle(who.number());
      workbook.getDocumentSummaryInformation().setManager(who.name());
    }
  }

  private static void definedName(Sheet sheet, Person who) {
    Name name = sheet.getWorkbook().createName();
    name.setNameName(who.name() + "_" + who.number());
    name.setRefersToFormula("'台账'!$A$1");
  }

  private static void pageHeader(Sheet sheet, Person who) {
    sheet.getHeader().setCenter(who.name() + who.number());
    sheet.getFooter().setLeft("制表人：" + who.name());
  }

  private static void hiddenRow(Sheet sheet, Person who) {
    row(sheet, 2, HostileText.filled("BT7,k,d,t,V,h,N,I,s,N B,不详", who, 0));
    sheet.getRow(2).setZeroHeight(true);
    sheet.setColumnHidden(NAME, true);
  }

  private static void mergedName(Sheet sheet, Person who) {
    row(sheet, 2, HostileText.filled("BT7,k,d,t,V,h,,I,s,N代领,不详", who, 0));
    sheet.addMergedRegion(new CellRangeAddress(1, 2, NAME, NAME));
  }

  private static void mergedAmount(Sheet sheet, Person who) {
    text(sheet, AMOUNT, who.name() + who.number());
    row(sheet, 2, HostileText.filled("BT7,k,d,t,V,h,N,I,s,b,", who, 0));
    sheet.addMergedRegion(new CellRangeAddress(1, 2, AMOUNT, AMOUNT));
  }

  private static void format(Sheet sheet, int column, String format) {
    Workbook workbook = sheet.getWorkbook();
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    Cell cell = sheet.getRow(1).createCell(column);
    cell.setCellValue(100);
    cell.setCellStyle(style);
  }

  private static void number(Sheet sheet, int column, Person who, char written) {
    sheet.getRow(1).createCell(column).setCellValue(Double.parseDouble(who.written(written)));
  }

  private static void text(Sheet sheet, int column, String text) {
    sheet.getRow(1).createCell(column).setCellValue(text);
  }

  private static void above(Sheet sheet, String text) {
    sheet.shiftRows(0, 1, 1);
    row(sheet, 0, text);
  }

  private static void formula(Sheet sheet, Person who) {
    sheet
        .getRow(1)
        .createCell(9)
        .setCellFormula("\"%s\"&\"%s\"".formatted(who.name(), who.number()));
    sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
  }

  private void broken() {
    Person who = people.next();
    byte[] whole =
        bytes(false, (sheet, owner) -> sheet.getWorkbook().setSheetName(0, owner.name()), who);
    folder.put(name(".xlsx"), Arrays.copyOf(whole, whole.length / 2));
    who = people.next();
    folder.put(name(".xlsx"), bytes(true, (sheet, owner) -> {}, who));
    who = people.next();
    folder.put(who.name() + name(".et"), bytes(true, (sheet, owner) -> {}, who));
    who = people.next();
    folder.put(who.number() + name(".xlsm"), bytes(false, (sheet, owner) -> {}, who));
  }

  private void put(boolean isOld, Change change) {
    Person who = people.next();
    folder.put(name(isOld ? ".xls" : ".xlsx"), bytes(isOld, change, who));
  }

  private String name(String ending) {
    return "补贴%d-2020%s".formatted(folder.files() + 1, ending);
  }

  private byte[] bytes(boolean isOld, Change change, Person who) {
    try (Workbook workbook = isOld ? new HSSFWorkbook() : new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet("台账");
      fill(sheet, who, folder.files() + 1);
      change.accept(sheet, who);
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static void fill(Sheet sheet, Person who, int file) {
    row(sheet, 0, HostileText.SUBSIDY);
    row(sheet, 1, HostileText.filled(LINE, who, file));
  }

  private static void row(Sheet sheet, int number, String line) {
    Row row = sheet.createRow(number);
    List<String> cells = List.of(line.split(",", -1));
    for (int i = 0; i < cells.size(); i++) {
      row.createCell(i).setCellValue(cells.get(i));
    }
  }
}
