package org.sunlitledger.intake.layout.note;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.TypedCells;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.intake.workbook.sheet.SheetName;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.text.Dates;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.register.code.HeaderText;

/**
 * Whether a sheet that is not read has lines that somebody may miss. Covers, instructions and lists
 * of codes have none. A sheet has such lines in any of these cases: a row of three or more cells
 * includes an amount, a date or a long number; a label has an amount beside it, as in summaries; a
 * column after the first contains numbers; a text names an amount; a row has the form of the
 * previous register's lines; or the sheet is a table of texts. Line numbers, codes, telephones and
 * the date of a cover do not count.
 */
public final class SheetContent {
  private static final int MIN_VALUES_IN_LINE = 3;

  /** A table of texts has a header and at least this many lines. */
  private static final int MIN_TEXT_LINES = 1;

  private static final Pattern BESIDE_MONEY =
      Pattern.compile(
          ".*(?:电话|手机|传真|邮编|邮政编码|年度|年份|日期|时间|编号|代码|编码|区划|序号|版本|页|账号|长度|位数|行次|期次|热线|code|tel|no\\.?|date)[):]*");
  private static final Pattern NOTES =
      Pattern.compile(".*(?:封面|目录|说明|须知|字典|代码|编码|下拉|选项|数据源|参数|码表|枚举|列表值|有效性).*");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{12,20}[Xx]?");

  private final Map<Integer, String> titles = new HashMap<>();
  private int textLines;
  private int filledLast;
  private int loneNumbers;

  private final boolean isOfNotes;
  private final Optional<Header> register;

  private SheetContent(boolean isOfNotes, Optional<Header> register) {
    this.isOfNotes = isOfNotes;
    this.register = register;
  }

  /**
   * Reads a sheet up to its first line that somebody may miss.
   *
   * @param register the header of an earlier sheet that is a register
   */
  public static boolean hasLines(SheetName sheet, LineSource lines, Optional<Header> register)
      throws FileFault, IOException {
    boolean isOfNotes = NOTES.matcher(HeaderText.normal(sheet.name())).matches();
    SheetContent content = new SheetContent(isOfNotes, register);
    Optional<SourceLine> line = lines.next();
    while (line.isPresent()) {
      if (content.isLine(line.get().cells())) {
        return true;
      }
      line = lines.next();
    }
    boolean isTable = content.textLines > MIN_TEXT_LINES && content.filledLast > 1;
    return (isTable || content.loneNumbers > 1) && !isOfNotes;
  }

  private boolean isLine(List<String> cells) {
    List<Integer> filled =
        IntStream.range(0, cells.size()).filter(i -> !Glyphs.isNone(cells.get(i))).boxed().toList();
    boolean hasValue = false;
    for (int i = 1; i < filled.size() && !hasValue; i++) {
      hasValue = isValue(cells, filled.get(i - 1), filled.get(i), filled.size());
    }
    hasValue =
        hasValue
            || (filled.size() >= MIN_VALUES_IN_LINE && isDateOrLong(cells, filled.get(0)))
            || filled.stream().anyMatch(at -> isAmountInText(cells.get(at)))
            || isLikeRecord(cells, filled);
    if (!hasValue) {
      filled.stream()
          .filter(at -> filled.size() > 1 && !isNumber(cells.get(at)))
          .forEach(at -> titles.put(at, HeaderText.normal(cells.get(at))));
      textLines += filled.size() >= MIN_VALUES_IN_LINE && !hasLabel(cells) ? 1 : 0;
      filledLast = filled.size();
      boolean isLone = filled.size() == 1 && filled.get(0) > 0;
      loneNumbers += isLone && isNumber(cells.get(filled.get(0))) ? 1 : 0;
    }
    return hasValue;
  }

  private boolean isAmountInText(String cell) {
    return !isNumber(cell)
        && AmountInText.isIn(cell)
        && !(isOfNotes && AmountInText.isExample(cell));
  }

  /** Whether a row has values in half of the register's columns, or in the columns of its key. */
  private boolean isLikeRecord(List<String> cells, List<Integer> filled) {
    if (isOfNotes || register.isEmpty() || filled.size() < MIN_VALUES_IN_LINE || hasLabel(cells)) {
      return false;
    }
    List<Optional<Header.HeaderColumn>> columns = register.get().columns();
    long known = filled.stream().filter(at -> register.get().column(at).isPresent()).count();
    boolean hasValue =
        filled.stream()
            .anyMatch(
                at ->
                    register
                        .get()
                        .column(at)
                        .filter(column -> TypedCells.fits(cells.get(at), column))
                        .isPresent());
    return hasValue || 2 * known > columns.stream().filter(Optional::isPresent).count();
  }

  private static boolean hasLabel(List<String> cells) {
    return cells.stream().anyMatch(FooterText::isLabelText);
  }

  /** Whether a cell after the first is a value that somebody may miss. */
  private boolean isValue(List<String> cells, int before, int at, int filled) {
    String cell = cells.get(at);
    boolean isMissed =
        filled >= MIN_VALUES_IN_LINE
            ? isNumber(cell) || isDateOrLong(cells, at)
            : isNumber(cell) && !isNumber(cells.get(before));
    return isMissed
        && !isBesideMoney(cells.get(before))
        && !BESIDE_MONEY.matcher(titles.getOrDefault(at, "")).matches();
  }

  /** Whether a label says that the number behind it is not an amount: 电话, 编号, 年度. */
  public static boolean isBesideMoney(String label) {
    return BESIDE_MONEY.matcher(HeaderText.normal(label)).matches();
  }

  private boolean isDateOrLong(List<String> cells, int at) {
    String cell = cells.get(at);
    return (Dates.parse(cell) instanceof Parsed.Value<?>
            || DIGITS.matcher(Glyphs.narrow(cell)).matches())
        && !BESIDE_MONEY.matcher(titles.getOrDefault(at, "")).matches();
  }

  private static boolean isNumber(String cell) {
    return Fen.parse(cell, MoneyUnit.YUAN) instanceof Parsed.Value<Long>;
  }
}
