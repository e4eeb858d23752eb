package org.sunlitledger.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.intake.Header.Column;
import org.sunlitledger.quantity.Fen;
import org.sunlitledger.quantity.Glyphs;
import org.sunlitledger.quantity.Parsed;
import org.sunlitledger.register.Field;

/**
 * The lines of a sheet that are no records: sub-totals and totals, which must agree with the lines
 * above them in amount and count, and what is written below a table.
 *
 * <p>小计 stands for the lines since the last one, 合计 for all lines above; where an office or
 * township is named with it, either will do. Nothing is tolerated: one fen refuses the delivery.
 */
final class ControlTotals {
  private static final Pattern LABEL =
      Pattern.compile("(.{0,20}?)(小计|合计|总计|共计)[:：]?(?:[(（]?共?(\\d+)[笔条项行][)）]?)?");
  private static final Pattern COUNT = Pattern.compile("共?(\\d+)[笔条项行]");
  private static final Pattern FOOTER =
      Pattern.compile("(?:制表|填表|填报|审核|复核|经办|单位负责|分管|负责|联系|备注|说明|注)[^,，]{0,8}[:：].*");

  private final Header header;
  private final List<Amount> amounts = new ArrayList<>();
  private long lines;
  private long linesInGroup;

  /** A column of amounts: what has been added up in fen. */
  private static final class Amount {
    private final int cell;
    private final Column column;
    private long all;
    private long group;
    private boolean unreadable;

    Amount(int cell, Column column) {
      this.cell = cell;
      this.column = column;
    }
  }

  ControlTotals(Header header) {
    this.header = header;
    for (int i = 0; i < header.columns().size(); i++) {
      Optional<Column> column = header.columns().get(i);
      if (column.isPresent() && column.get().field().type() == Field.Type.MONEY) {
        amounts.add(new Amount(i, column.get()));
      }
    }
  }

  /**
   * Whether a line is no record. A record is added to the totals.
   *
   * @throws FileFault when it is a total that does not agree
   */
  boolean isNoRecord(Line line) throws FileFault {
    String first = first(line.cells());
    if (first.indexOf('计') >= 0) {
      Matcher label = LABEL.matcher(first.replaceAll("\\s", ""));
      if (label.matches() && !hasKey(line.cells(), first)) {
        verify(line, label);
        return true;
      }
    }
    if (isFooter(first) && !hasKey(line.cells(), first)) {
      return true;
    }
    add(line.cells());
    return false;
  }

  private static boolean isFooter(String first) {
    boolean names = first.indexOf('：') >= 0 || first.indexOf(':') >= 0;
    return names && FOOTER.matcher(first.replaceAll("\\s", "")).matches();
  }

  private void add(List<String> cells) {
    lines++;
    linesInGroup++;
    for (Amount amount : amounts) {
      String cell = cell(cells, amount.cell);
      if (!Glyphs.isBlank(cell)) {
        if (Fen.parse(cell, amount.column.unit()) instanceof Parsed.Value<Long> fen) {
          amount.all += fen.value();
          amount.group += fen.value();
        } else {
          amount.unreadable = true;
        }
      }
    }
  }

  private void verify(Line line, Matcher label) throws FileFault {
    boolean isGroup = label.group(2).equals("小计");
    boolean either = !isGroup && !label.group(1).isEmpty();
    Optional<String> count = Optional.ofNullable(label.group(3)).or(() -> count(line.cells()));
    if (count.isPresent()) {
      String told = count.get();
      boolean agrees =
          told.equals(String.valueOf(isGroup ? linesInGroup : lines))
              || (either && told.equals(String.valueOf(linesInGroup)));
      if (!agrees) {
        throw fault(line, "", told, String.valueOf(isGroup ? linesInGroup : lines));
      }
    }
    for (Amount amount : amounts) {
      verify(line, amount, isGroup, either);
      amount.group = 0;
    }
    linesInGroup = 0;
  }

  /** A total above which an amount cannot be read is left to whoever mends that line. */
  private void verify(Line line, Amount amount, boolean isGroup, boolean either) throws FileFault {
    String told = cell(line.cells(), amount.cell);
    if (Glyphs.isBlank(told) || amount.unreadable || !isNumber(told)) {
      return;
    }
    long sum = isGroup ? amount.group : amount.all;
    Field field = amount.column.field();
    if (!(Fen.parse(told, amount.column.unit()) instanceof Parsed.Value<Long> fen)) {
      throw fault(line, field.name(), told, yuan(sum));
    }
    if (fen.value() != sum && !(either && fen.value() == amount.group)) {
      throw fault(
          line,
          field.name(),
          yuan(fen.value()),
          "%s（%s）".formatted(yuan(sum), signed(fen.value() - sum)));
    }
  }

  private static FileFault fault(Line line, String field, String found, String expected) {
    return new FileFault(
        new ShapeFinding(ShapeRule.FILE_TOTAL, field, found, expected), line.number());
  }

  /**
   * A record has its key; a total's label stands in one of the first columns, often in the key's.
   */
  private boolean hasKey(List<String> cells, String first) {
    for (int i = 0; i < header.columns().size(); i++) {
      Optional<Column> column = header.columns().get(i);
      if (column.isPresent() && header.register().key().contains(column.get().field().name())) {
        String key = cell(cells, i);
        return !Glyphs.isBlank(key) && !key.equals(first);
      }
    }
    return false;
  }

  private static Optional<String> count(List<String> cells) {
    return cells.stream()
        .map(cell -> COUNT.matcher(cell.replaceAll("\\s", "")))
        .filter(Matcher::matches)
        .map(count -> count.group(1))
        .findFirst();
  }

  private static boolean isNumber(String text) {
    return text.chars().anyMatch(glyph -> Character.isDigit(glyph))
        && !COUNT.matcher(text).matches();
  }

  private static String first(List<String> cells) {
    for (String cell : cells) {
      if (!Glyphs.isBlank(cell)) {
        return cell;
      }
    }
    return "";
  }

  private static String cell(List<String> cells, int at) {
    return at < cells.size() ? cells.get(at) : "";
  }

  private static String yuan(long fen) {
    return Fen.yuan(fen).toPlainString() + " 元";
  }

  private static String signed(long fen) {
    return (fen > 0 ? "+" : "") + yuan(fen);
  }
}
