package org.sunlitledger.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.intake.CsvLines.CsvLine;
import org.sunlitledger.intake.Header.Column;
import org.sunlitledger.intake.Judged.Rejected;
import org.sunlitledger.quantity.Fen;
import org.sunlitledger.quantity.Glyphs;
import org.sunlitledger.quantity.IdNumber;
import org.sunlitledger.quantity.Parsed;
import org.sunlitledger.quantity.PersonName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/** Decides by a line alone whether it is a record of its register. */
final class LineJudge {
  private static final int SHOWN = 200;

  private final Header header;
  private final Register register;
  private final CellReader reader;
  private final int year;

  LineJudge(Header header, CellReader reader, int year) {
    this.header = header;
    this.register = header.register();
    this.reader = reader;
    this.year = year;
  }

  Judged judge(CsvLine line) {
    List<@Nullable Object> values = Arrays.asList(new @Nullable Object[register.fields().size()]);
    List<ShapeFinding> findings = new ArrayList<>();
    List<Optional<Column>> columns = header.columns();
    List<String> cells = line.cells();
    if (cells.size() < columns.size() || hasMore(cells, columns.size())) {
      findings.add(
          new ShapeFinding(
              ShapeRule.CELL_COUNT,
              "",
              String.valueOf(cells.size()),
              String.valueOf(columns.size())));
    }
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      if (columns.get(i).isPresent()) {
        read(cells.get(i), columns.get(i).get(), values, findings);
      }
    }
    if (findings.isEmpty()) {
      return new Judged(line.number(), fen(cells), values, Rejected.NO);
    }
    return new Judged(line.number(), fen(cells), values, new Rejected(masked(cells), findings));
  }

  private void read(
      String text, Column column, List<@Nullable Object> values, List<ShapeFinding> findings) {
    Field field = column.field();
    if (Glyphs.strip(text).isEmpty()) {
      if (field.constraints().required()) {
        findings.add(new ShapeFinding(ShapeRule.REQUIRED, field.name(), "", field.title()));
      }
      return;
    }
    CellReader.Cell cell = reader.read(text, column);
    if (cell instanceof CellReader.Broken broken) {
      findings.add(
          new ShapeFinding(broken.rule(), field.name(), shown(text, field), broken.expected()));
    } else if (cell instanceof CellReader.Kept kept) {
      values.set(register.fields().indexOf(field), kept.value());
      boolean isItsDate = register.date().map(field.name()::equals).orElse(false);
      if (isItsDate && kept.value() instanceof LocalDate date && date.getYear() != year) {
        findings.add(
            new ShapeFinding(
                ShapeRule.DATE_OUTSIDE_YEAR, field.name(), text.strip(), String.valueOf(year)));
      }
    }
  }

  private long fen(List<String> cells) {
    for (int i = 0; i < Math.min(cells.size(), header.columns().size()); i++) {
      Optional<Column> column = header.columns().get(i);
      if (column.isPresent()
          && register.amount().map(column.get().field().name()::equals).orElse(false)
          && Fen.parse(cells.get(i), column.get().unit()) instanceof Parsed.Value<Long> value) {
        return value.value();
      }
    }
    return 0;
  }

  private List<String> masked(List<String> cells) {
    List<String> masked = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Optional<Column> column =
          i < header.columns().size() ? header.columns().get(i) : Optional.empty();
      String cell = cells.get(i).replace("\0", "");
      masked.add(column.map(known -> masked(cell, known.field())).orElse(cell));
    }
    return masked;
  }

  private static String shown(String text, Field field) {
    String value = masked(Glyphs.strip(text).replace("\0", "␀"), field);
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }

  private static String masked(String text, Field field) {
    return switch (field.type()) {
      case ID_NUMBER -> IdNumber.masked(text);
      case PERSON_NAME -> PersonName.masked(text);
      case TEXT, INTEGER, MONEY, DECIMAL, DATE, BOOLEAN, CREDIT_CODE, DOCUMENT_NUMBER -> text;
    };
  }

  private static boolean hasMore(List<String> cells, int columns) {
    return cells.stream().skip(columns).anyMatch(cell -> !Glyphs.strip(cell).isEmpty());
  }
}
