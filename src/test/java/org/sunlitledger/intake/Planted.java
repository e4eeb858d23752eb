package org.sunlitledger.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * People who must be found, each written in one way in one place. If one is not found, the search
 * does not work in this place. planted.sql does the same in a database.
 */
final class Planted {
  private final People people;
  private final HostileFolder folder;

  private Planted(People people, HostileFolder folder) {
    this.people = people;
    this.folder = folder;
  }

  static void in(Path folder, People people) throws IOException {
    new Planted(people, new HostileFolder(folder)).plant();
  }

  private void plant() throws IOException {
    texts();
    workbook("list.xlsx", new XSSFWorkbook(), true);
    workbook("list.xls", new HSSFWorkbook(), true);
    workbook("sheet.xlsx", new XSSFWorkbook(), false);
    workbook("sheet.xls", new HSSFWorkbook(), false);
    folder.put("rows.gz", zipped(both(people.next()).getBytes(StandardCharsets.UTF_8)));
    folder.put("copy/" + people.next().name() + ".tmp", new byte[] {'x'});
    folder.put("copy/" + people.next().name() + ".tmp2", HostileFolder.GBK, new byte[] {'x'});
    folder.put("copy/" + people.next().number() + ".tmp", new byte[] {'x'});
    folder.put("planted.sql", sql().getBytes(StandardCharsets.UTF_8));
  }

  private void texts() {
    text("plain.log", people.next().name());
    text("number.log", people.next().number());
    text("tail.log", "******" + people.next().tail());
    for (char letter : "STFBHDJOULMPQRX".toCharArray()) {
      text(letter + ".log", "x " + people.next().written(letter) + " x");
    }
    text("gbk.csv", people.next().name(), HostileFolder.GBK);
    text("wide.csv", people.next().name(), StandardCharsets.UTF_16LE);
    text("wider.csv", people.next().name(), StandardCharsets.UTF_16BE);
    StringBuilder escaped = new StringBuilder();
    people.next().name().chars().forEach(glyph -> escaped.append("\\u%04x".formatted(glyph)));
    text("escaped.json", "{\"name\": \"" + escaped + "\"}");
    StringBuilder entities = new StringBuilder();
    people.next().name().chars().forEach(glyph -> entities.append("&#x%x;".formatted(glyph)));
    text("page.html", "<td>" + entities + "</td>");
    text("uri.log", URLEncoder.encode(people.next().name(), StandardCharsets.UTF_8));
    text("uri-gbk.log", URLEncoder.encode(people.next().name(), HostileFolder.GBK));
    text("base64.log", "==" + base64(people.next().name() + "，" + "户主"));
    text("hex.log", hex(both(people.next()).getBytes(StandardCharsets.UTF_8)));
  }

  private void text(String file, String text) {
    text(file, text, StandardCharsets.UTF_8);
  }

  private void text(String file, String text, Charset charset) {
    folder.put(file, ("before\n" + text + "\nafter\n").getBytes(charset));
  }

  private void workbook(String file, Workbook workbook, boolean inCell) throws IOException {
    Person who = people.next();
    try (workbook;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet(inCell ? "x" : who.name());
      sheet.createRow(0).createCell(0).setCellValue(inCell ? who.name() : who.number());
      workbook.write(bytes);
      folder.put(file, bytes.toByteArray());
    }
  }

  /**
   * Rows of a table, bytes plain and compressed, a large object, and a row that is deleted again.
   */
  private String sql() throws IOException {
    byte[] plain = both(people.next()).getBytes(StandardCharsets.UTF_8);
    byte[] zipped = zipped(both(people.next()).getBytes(StandardCharsets.UTF_8));
    byte[] large = both(people.next()).getBytes(StandardCharsets.UTF_8);
    return """
        create schema planted;
        create table planted.planted (text text, bytes bytea);
        insert into planted.planted values ('%s', '\\x%s'), ('%s', '\\x%s');
        select lo_from_bytea(0, '\\x%s');
        create table planted.gone (text text);
        insert into planted.gone values ('%s');
        delete from planted.gone;
        """
        .formatted(
            people.next().name(),
            hex(plain),
            people.next().written('B'),
            hex(zipped),
            hex(large),
            people.next().name());
  }

  private static String both(Person who) {
    return who.name() + " " + who.number();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream output = new GZIPOutputStream(zipped)) {
      output.write(bytes);
    }
    return zipped.toByteArray();
  }
}
