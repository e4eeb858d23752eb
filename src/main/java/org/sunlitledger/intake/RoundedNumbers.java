package org.sunlitledger.intake;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.quantity.CreditCode;
import org.sunlitledger.quantity.Glyphs;
import org.sunlitledger.quantity.IdNumber;
import org.sunlitledger.quantity.Parsed;
import org.sunlitledger.register.Field;

/**
 * Numbers of 18 digits that a spreadsheet has rounded to 15: they end in 000, and one in eleven has
 * a check digit that agrees all the same. By itself such a number shows nothing, so the whole
 * column is looked through when the first one comes. All are taken for rounded when one of them has
 * a wrong check digit, or when there are more than real numbers would bring: about one in a
 * thousand ends like that. A rounded number would name another person, so a doubtful one is
 * rejected; the supplement with the number typed again is believed.
 */
final class RoundedNumbers {
  private static final int LENGTH = 18;
  private static final String END = "000";

  /** One real number in so many may end in 000. */
  private static final int RARE = 500;

  private final Lines lines;
  private final Map<Field, Boolean> known = new HashMap<>();

  /** The records of the file, from the top. */
  interface Lines {
    /** Shows each line with the header above it, until the reader has seen enough. */
    void each(Reader reader);
  }

  /** Looks at a line; says whether to go on. */
  interface Reader {
    boolean take(Header header, Line line);
  }

  RoundedNumbers(Lines lines) {
    this.lines = lines;
  }

  /** For lines that somebody has typed again one by one. */
  static RoundedNumbers none() {
    return new RoundedNumbers(reader -> {});
  }

  /** Whether a number is one that may have been rounded. */
  static boolean mayBe(String text) {
    String number = Glyphs.narrow(text);
    return number.length() == LENGTH
        && number.endsWith(END)
        && number.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /** Whether the numbers in a field's column that end in 000 have lost their last digits. */
  boolean areIn(Field field) {
    return known.computeIfAbsent(field, this::lookThrough);
  }

  private boolean lookThrough(Field field) {
    Counted counted = new Counted(field);
    lines.each(counted);
    return counted.hasWrong || (long) counted.rounded * RARE > counted.all;
  }

  /** Counts the numbers of a column. */
  private static final class Counted implements Reader {
    private final Field field;
    private @Nullable Header above;
    private int column;
    private int all;
    private int rounded;
    private boolean hasWrong;

    Counted(Field field) {
      this.field = field;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // one object for all lines below a header
    public boolean take(Header header, Line line) {
      if (header != above) {
        above = header;
        column = header.columnOf(field);
      }
      if (column >= 0 && column < line.cells().size()) {
        take(line.cells().get(column));
      }
      return !hasWrong;
    }

    private void take(String cell) {
      if (Glyphs.isBlank(cell)) {
        return;
      }
      all++;
      if (mayBe(cell)) {
        rounded++;
        hasWrong |= !isRight(cell);
      }
    }

    private boolean isRight(String cell) {
      Parsed<String> read =
          field.type() == Field.Type.ID_NUMBER ? IdNumber.parse(cell) : CreditCode.parse(cell);
      return read instanceof Parsed.Value<String>;
    }
  }
}
