package org.sunlitledger.sample;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * The same deliveries as another office would write them: GB18030, CRLF, other headers in another
 * order, amounts in 万元 or with separators, dates in other forms, full-width digits.
 */
public final class Disguise {
  private final Random random;

  public Disguise(long seed) {
    random = new Random(seed);
  }

  /** The bytes of a delivery in disguise. */
  public byte[] of(Path file, Registers registers) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, Charset.forName("UTF-8"), CSVFormat.RFC4180)) {
      List<CSVRecord> lines = parser.getRecords();
      Register register = register(registers, lines.get(0).toList());
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < lines.get(0).size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, random);
      boolean inWan = random.nextBoolean();
      StringWriter text = new StringWriter();
      try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
        for (CSVRecord line : lines) {
          List<String> cells = new ArrayList<>();
          for (int column : order) {
            Field field = field(register, lines.get(0).get(column));
            cells.add(
                line.getRecordNumber() == 1
                    ? header(field, inWan)
                    : cell(field, line.get(column), inWan));
          }
          printer.printRecord(cells);
        }
      }
      return text.toString().getBytes(Charset.forName("GB18030"));
    }
  }

  private String header(Field field, boolean inWan) {
    String title =
        field.aliases().isEmpty()
            ? field.title()
            : field.aliases().get(random.nextInt(field.aliases().size()));
    if (field.type() != Field.FieldType.MONEY) {
      return title;
    }
    return inWan ? title + "（万元）" : title + "(元)";
  }

  private String cell(Field field, String cell, boolean inWan) {
    if (cell.isEmpty()) {
      return cell;
    }
    return switch (field.type()) {
      case MONEY -> money(cell, inWan);
      case DATE -> date(cell);
      case INTEGER -> cell.replace('0', '０').replace('1', '１');
      case TEXT,
          DECIMAL,
          BOOLEAN,
          ID_NUMBER,
          BANK_ACCOUNT,
          CREDIT_CODE,
          DOCUMENT_NUMBER,
          PERSON_NAME,
          VILLAGE,
          PAYEE ->
          cell;
    };
  }

  private String money(String yuan, boolean inWan) {
    if (inWan) {
      return new BigDecimal(yuan).movePointLeft(4).toPlainString();
    }
    return random.nextBoolean() ? "%,.2f".formatted(new BigDecimal(yuan)) : yuan;
  }

  private String date(String iso) {
    String[] parts = iso.split("-", -1);
    int month = Integer.parseInt(parts[1]);
    int day = Integer.parseInt(parts[2]);
    return switch (random.nextInt(4)) {
      case 0 -> parts[0] + "/" + month + "/" + day;
      case 1 -> parts[0] + parts[1] + parts[2];
      case 2 -> parts[0] + "年" + month + "月" + day + "日";
      default -> iso;
    };
  }

  private static Register register(Registers registers, List<String> titles) {
    return registers.all().stream()
        .filter(
            register -> register.fields().stream().map(Field::title).toList().containsAll(titles))
        .findFirst()
        .orElseThrow();
  }

  private static Field field(Register register, String title) {
    return register.fields().stream()
        .filter(field -> field.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  /** Writes a folder's deliveries in disguise below another. */
  public static void write(Path from, Path to, Registers registers, long seed) throws IOException {
    Disguise disguise = new Disguise(seed);
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.sorted().toList()) {
        Files.write(to.resolve(file.getFileName()), disguise.of(file, registers));
      }
    }
  }
}
