package org.sunlitledger.intake.layout.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.money.WrittenAmount;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.code.HeaderText;

/**
 * A column that writes the amount of each line in words, 金额（大写）, beside the column with digits.
 *
 * @param at its position
 * @param title as delivered
 * @param amount position of the column with the digits
 */
public record WordsColumn(int at, String title, int amount, HeaderColumn column) {
  private static final String WRITTEN_OUT = "大写";
  private static final Pattern BESIDE = Pattern.compile("[()\\[\\]【】〔〕:/、]|大写|人民币|单位|[万亿]?元|必填|选填");
  private static final Pattern BEFORE = Pattern.compile("^(?:人民币|rmb|cny|大写|金额|[()\\[\\]:¥￥])+");
  private static final Pattern NEGATIVE = Pattern.compile("^(?:负|\\(负\\)|红字|冲销|冲减|-)+");

  /** The columns below a header whose words are compared with digits. */
  public static List<WordsColumn> find(HeaderFinder.FoundHeader found) {
    List<WordsColumn> columns = new ArrayList<>();
    for (int i = 0; i < found.titles().size(); i++) {
      String title = found.titles().get(i);
      if (found.header().column(i).isEmpty() && isTitle(title)) {
        int at = i;
        amount(found, i)
            .ifPresent(
                amount ->
                    columns.add(
                        new WordsColumn(
                            at, title, amount, found.header().column(amount).orElseThrow())));
      }
    }
    return columns;
  }

  private static boolean isTitle(String title) {
    return title.contains(WRITTEN_OUT) && !title.contains("小写") && !title.contains("大小");
  }

  /**
   * The column of the same amount in digits, according to its title, its place, or the main amount
   * of the register.
   */
  private static Optional<Integer> amount(HeaderFinder.FoundHeader found, int at) {
    List<Integer> all = new ArrayList<>();
    Optional<Integer> named = Optional.empty();
    Optional<Integer> main = Optional.empty();
    String title = bare(found.titles().get(at));
    for (int i = 0; i < found.header().columns().size(); i++) {
      Optional<Field> field =
          found.header().column(i).map(HeaderColumn::field).filter(WordsColumn::isMoney);
      if (field.isPresent()) {
        all.add(i);
        boolean isNamed =
            title.equals(bare(field.get().title())) || title.equals(bare(found.titles().get(i)));
        named = isNamed ? Optional.of(i) : named;
        boolean isMain = field.map(Field::name).equals(found.header().register().amount());
        main = isMain || all.size() == 1 ? Optional.of(i) : main;
      }
    }
    if (named.isPresent()) {
      return named;
    }
    Optional<Integer> beside =
        IntStream.of(at - 1, at + 1).filter(all::contains).boxed().findFirst();
    return beside.isPresent() ? beside : main;
  }

  private static boolean isMoney(Field field) {
    return field.type() == Field.FieldType.MONEY;
  }

  private static String bare(String title) {
    return BESIDE.matcher(HeaderText.normal(title)).replaceAll("");
  }

  /** The amount of a cell in words, in fen and without its sign; empty if it cannot be read. */
  public Optional<Long> fen(String cell) {
    String words = BEFORE.matcher(HeaderText.normal(cell)).replaceFirst("");
    words = BEFORE.matcher(NEGATIVE.matcher(words).replaceFirst("")).replaceFirst("");
    Optional<Long> written = WrittenAmount.parse(words);
    return written.isPresent() ? written : digits(words);
  }

  private Optional<Long> digits(String text) {
    return Fen.parse(text, column.unit()) instanceof Parsed.Value<Long> fen
        ? Optional.of(Math.abs(fen.value()))
        : Optional.empty();
  }

  /** Whether words and digits agree. Words for a negative amount may omit the sign. */
  public boolean agrees(String cell, long written, long fen) {
    boolean isNegated =
        NEGATIVE.matcher(BEFORE.matcher(HeaderText.normal(cell)).replaceFirst("")).lookingAt();
    return written == Math.abs(fen) && (fen < 0 || !isNegated || fen == 0);
  }
}
