package org.sunlitledger.intake.layout.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.person.BankAccount;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.quantity.text.CreditCode;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.register.Field;

/**
 * Detects numbers of 18 digits, and accounts, that a spreadsheet has rounded to 15 digits. Such
 * numbers end in 000, and one in eleven still has a correct check digit. A single number proves
 * nothing, so the whole column is counted. All numbers that end in 000 are treated as rounded if
 * one of them has a wrong check digit, or if there are more of them than real numbers would have,
 * which is about one in a thousand. A rounded number would name another person, so a doubtful
 * number is rejected. In a supplement, where the number was typed again, it is accepted.
 *
 * <p>Accounts have different lengths: with 16 digits the last one is 0, with 19 the last four. One
 * in ten real accounts of 16 digits ends in 0. Only cards have a check digit.
 *
 * <p>Until the last line is counted, a number is accepted as long as no other number is wrong.
 * Lines with numbers that should have been rejected are judged again at the end.
 */
public final class RoundedNumbers {
  private static final int ID_NUMBER_DIGITS = 18;
  private static final String ROUNDED_END = "000";

  /** The number of digits that a spreadsheet keeps. */
  private static final int DIGITS_KEPT = 15;

  /** The share of real numbers that may end like this, in millionths. */
  private static final long MIN_ONE_IN = 2_000;

  private static final long MIN_ONE_IN_OF_17_DIGITS = 50_000;
  private static final long MIN_ONE_IN_OF_16_DIGITS = 500_000;
  private static final long MILLION = 1_000_000;

  private final boolean areCounted;
  private final Map<Field, ColumnNumbers> columns = new HashMap<>();
  private final List<ColumnNumbers> here = new ArrayList<>();
  private @Nullable Header above;
  private boolean isSettled;

  public RoundedNumbers() {
    this(true);
  }

  private RoundedNumbers(boolean areCounted) {
    this.areCounted = areCounted;
  }

  /** For lines that a person has typed again one by one. */
  public static RoundedNumbers none() {
    return new RoundedNumbers(false);
  }

  /** Whether a number may be rounded. */
  public static boolean mayBe(String text) {
    int length = text.length();
    if (length < ID_NUMBER_DIGITS || endsOtherwise(text.charAt(length - 1))) {
      return false;
    }
    String number = Glyphs.narrow(text);
    return number.length() == ID_NUMBER_DIGITS
        && number.endsWith(ROUNDED_END)
        && number.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /** Whether a number in a field of this type may be rounded. */
  public static boolean mayBe(String text, Field.FieldType type) {
    return type == Field.FieldType.BANK_ACCOUNT ? mayBeAccount(text) : mayBe(text);
  }

  private static boolean mayBeAccount(String text) {
    int length = text.length();
    if (length <= DIGITS_KEPT || endsOtherwise(text.charAt(length - 1))) {
      return false;
    }
    String digits = BankAccount.digits(text);
    return digits.length() > DIGITS_KEPT
        && digits.substring(DIGITS_KEPT).chars().allMatch(digit -> digit == '0');
  }

  /** A fast test for every number, so that few numbers need the full check. */
  private static boolean endsOtherwise(char last) {
    return last > '0' && last <= '~';
  }

  /** Counts the numbers on a line. Call this before the line is judged. */
  @SuppressWarnings("ReferenceEquality") // all lines below a header share one object
  public void take(Header header, SourceLine line) {
    if (!areCounted || isSettled) {
      return;
    }
    if (header != above) {
      above = header;
      find(header);
    }
    for (ColumnNumbers numbers : here) {
      numbers.take(line);
    }
  }

  private void find(Header header) {
    here.clear();
    for (int i = 0; i < header.columns().size(); i++) {
      int at = i;
      header
          .column(i)
          .map(HeaderColumn::field)
          .filter(field -> isLong(field.type()))
          .ifPresent(field -> here.add(columns.computeIfAbsent(field, ColumnNumbers::new).in(at)));
    }
  }

  static boolean isLong(Field.FieldType type) {
    return switch (type) {
      case ID_NUMBER, CREDIT_CODE, BANK_ACCOUNT -> true;
      case TEXT,
          INTEGER,
          MONEY,
          DECIMAL,
          DATE,
          BOOLEAN,
          DOCUMENT_NUMBER,
          PERSON_NAME,
          VILLAGE,
          PAYEE ->
          false;
    };
  }

  /** Whether numbers in a field's column that end in 000 have lost their last digits. */
  public boolean areIn(Field field) {
    ColumnNumbers numbers = columns.get(field);
    return numbers != null && (isSettled ? numbers.areRounded() : numbers.hasWrong);
  }

  /** Decides after all lines are counted. Returns the lines that must be judged again. */
  public RoaringBitmap settle() {
    isSettled = true;
    RoaringBitmap again = new RoaringBitmap();
    columns.values().stream()
        .filter(ColumnNumbers::areRounded)
        .forEach(numbers -> again.or(numbers.believed));
    return again;
  }

  /** The counts for the numbers in a column. */
  private static final class ColumnNumbers {
    private final Field field;
    private final RoaringBitmap believed = new RoaringBitmap();
    private int column;

    /** The share of real numbers that end like this, in millionths. */
    private long natural;

    private long rounded;
    private boolean hasWrong;

    ColumnNumbers(Field field) {
      this.field = field;
    }

    ColumnNumbers in(int at) {
      column = at;
      return this;
    }

    void take(SourceLine line) {
      String cell = column < line.cells().size() ? line.cells().get(column) : "";
      if (Glyphs.isBlank(cell)) {
        return;
      }
      natural += natural(cell);
      if (mayBe(cell, field.type())) {
        rounded++;
        hasWrong |= !isRight(cell);
        if (!hasWrong) {
          believed.add(line.number());
        }
      }
    }

    boolean areRounded() {
      return hasWrong || rounded * MILLION > natural;
    }

    private long natural(String cell) {
      if (field.type() != Field.FieldType.BANK_ACCOUNT) {
        return MIN_ONE_IN;
      }
      return cell.length() <= DIGITS_KEPT
          ? 0
          : switch (BankAccount.digits(cell).length()) {
            case DIGITS_KEPT + 1 -> MIN_ONE_IN_OF_16_DIGITS;
            case DIGITS_KEPT + 2 -> MIN_ONE_IN_OF_17_DIGITS;
            case ID_NUMBER_DIGITS, ID_NUMBER_DIGITS + 1 -> MIN_ONE_IN;
            default -> 0;
          };
    }

    private boolean isRight(String cell) {
      if (field.type() == Field.FieldType.BANK_ACCOUNT) {
        String digits = BankAccount.digits(cell);
        return !BankAccount.isCard(digits) || BankAccount.checks(digits);
      }
      Parsed<String> read =
          field.type() == Field.FieldType.ID_NUMBER ? IdNumber.parse(cell) : CreditCode.parse(cell);
      return read instanceof Parsed.Value<String>;
    }
  }
}
