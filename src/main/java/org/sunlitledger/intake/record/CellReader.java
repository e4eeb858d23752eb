package org.sunlitledger.intake.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sunlitledger.intake.layout.column.RoundedNumbers;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.person.BankAccount;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.quantity.person.PayeeName;
import org.sunlitledger.quantity.person.PersonName;
import org.sunlitledger.quantity.text.CreditCode;
import org.sunlitledger.quantity.text.Dates;
import org.sunlitledger.quantity.text.DocumentNumber;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.quantity.text.Parsed.ParseFault;
import org.sunlitledger.quantity.text.SafeText;
import org.sunlitledger.quantity.text.VillageName;
import org.sunlitledger.register.Constraints;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.code.CodeList;

/**
 * Reads cells according to their fields. The result is the value to keep, or the rule that the cell
 * breaks.
 */
public final class CellReader {
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+\\d{1,3}");

  /** The largest whole number. The sum of a hundred million of these fits a long. */
  private static final long LARGEST_WHOLE_NUMBER = 10_000_000_000L;

  private final KeyedHash hash;
  private final int year;
  private final RoundedNumbers rounded;

  public CellReader(KeyedHash hash, int year, RoundedNumbers rounded) {
    this.hash = hash;
    this.year = year;
    this.rounded = rounded;
  }

  /** The result of reading a cell. */
  public sealed interface CellReading permits KeptCell, UnreadableCell {}

  /** The value for the register's table. */
  public record KeptCell(Object value) implements CellReading {}

  /** A broken rule and the expected form. */
  record UnreadableCell(ShapeRule rule, String expected) implements CellReading {}

  /**
   * The function that reads the cells of a column that are not blank. Each type has its own
   * function, so that the runtime can compile each one separately.
   */
  public Function<String, CellReading> wayFor(HeaderColumn column) {
    Function<String, CellReading> way = ofType(column);
    return text -> {
      int forbidden = forbidden(text);
      if (forbidden >= 0) {
        return new UnreadableCell(ShapeRule.CONTROL_CHARACTER, SafeText.name(forbidden));
      }
      CellReading cell = way.apply(text);
      return hasLostDigits(text, column.field(), cell instanceof KeptCell)
          ? new UnreadableCell(ShapeRule.DIGITS_LOST, "")
          : cell;
    };
  }

  /** Whether a spreadsheet took a long number for a quantity: 9.90502E+17, 990502196001011000. */
  private boolean hasLostDigits(String text, Field field, boolean isKept) {
    return switch (field.type()) {
      case INTEGER, MONEY, DECIMAL -> false;
      case ID_NUMBER, CREDIT_CODE, BANK_ACCOUNT ->
          RoundedNumbers.mayBe(text, field.type())
              ? !isKept || rounded.areIn(field)
              : !isKept && SCIENTIFIC.matcher(Glyphs.narrow(text)).matches();
      case TEXT, DATE, BOOLEAN, DOCUMENT_NUMBER, PERSON_NAME, VILLAGE, PAYEE ->
          !isKept && SCIENTIFIC.matcher(Glyphs.narrow(text)).matches();
    };
  }

  private Function<String, CellReading> ofType(HeaderColumn column) {
    Field field = column.field();
    Constraints constraints = field.constraints();
    return switch (field.type()) {
      case TEXT -> text -> text(Glyphs.strip(text), field);
      case VILLAGE -> text -> village(Glyphs.strip(text), field);
      case PAYEE -> text -> payee(Glyphs.strip(text), field);
      case PERSON_NAME ->
          field.isPaid()
              ? text -> new KeptCell(PayeeName.keptPerson(Glyphs.strip(text), hash))
              : text -> new KeptCell(PersonName.masked(Glyphs.strip(text)));
      case INTEGER -> text -> integer(Glyphs.narrow(text).replace(",", ""), constraints);
      case DECIMAL -> text -> decimal(Glyphs.narrow(text), constraints);
      case MONEY -> text -> money(text, column);
      case DATE -> CellReader::date;
      case BOOLEAN -> text -> bool(Glyphs.strip(text));
      case ID_NUMBER -> this::idNumber;
      case BANK_ACCOUNT -> this::account;
      case CREDIT_CODE ->
          text ->
              parsed(CreditCode.parse(text), ShapeRule.CREDIT_CODE, ShapeRule.CREDIT_CODE_CHECK);
      case DOCUMENT_NUMBER ->
          text ->
              parsed(
                  DocumentNumber.parse(text), ShapeRule.DOCUMENT_NUMBER, ShapeRule.DOCUMENT_NUMBER);
    };
  }

  private CellReading text(String text, Field field) {
    Constraints constraints = field.constraints();
    if (field.codes().isPresent()) {
      CodeList codes = field.codes().get();
      Optional<String> code = codes.find(text, year);
      return code.isPresent()
          ? new KeptCell(code.get())
          : new UnreadableCell(ShapeRule.CODE, codes.choices(year));
    }
    if (text.codePointCount(0, text.length()) > constraints.maxLength()) {
      return new UnreadableCell(ShapeRule.TOO_LONG, "≤ " + constraints.maxLength());
    }
    boolean listed = constraints.values().isEmpty() || constraints.values().contains(text);
    if (!listed) {
      return new UnreadableCell(ShapeRule.CODE, String.join("、", constraints.values()));
    }
    if (constraints.form().isPresent()) {
      String narrow = Glyphs.narrow(text);
      return constraints.form().get().fits(narrow)
          ? new KeptCell(narrow)
          : new UnreadableCell(ShapeRule.PATTERN, constraints.form().get().example());
    }
    return new KeptCell(text);
  }

  private CellReading village(String text, Field field) {
    CellReading cell = text(text, field);
    return cell instanceof KeptCell kept
        ? new KeptCell(VillageName.plainName(kept.value().toString()))
        : cell;
  }

  private CellReading payee(String text, Field field) {
    CellReading cell = text(text, field);
    return cell instanceof KeptCell
        ? new KeptCell(PayeeName.kept(text, hash, field.payees()))
        : cell;
  }

  private static CellReading integer(String text, Constraints constraints) {
    try {
      long value = Long.parseLong(text);
      return Math.abs(value) <= LARGEST_WHOLE_NUMBER && constraints.allow(BigDecimal.valueOf(value))
          ? new KeptCell(value)
          : new UnreadableCell(ShapeRule.RANGE, range(constraints));
    } catch (NumberFormatException notWhole) {
      return new UnreadableCell(ShapeRule.INTEGER, range(constraints));
    }
  }

  private static CellReading decimal(String text, Constraints constraints) {
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    boolean plain =
        !number.isEmpty()
            && number.length() <= 12
            && number.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
    try {
      BigDecimal value = plain ? new BigDecimal(number) : null;
      if (value == null || value.stripTrailingZeros().scale() > 4) {
        return new UnreadableCell(ShapeRule.DECIMAL, range(constraints));
      }
      return constraints.allow(value)
          ? new KeptCell(value)
          : new UnreadableCell(ShapeRule.RANGE, range(constraints));
    } catch (NumberFormatException notDecimal) {
      return new UnreadableCell(ShapeRule.DECIMAL, range(constraints));
    }
  }

  private static CellReading money(String text, HeaderColumn column) {
    Parsed<Long> fen = Fen.parse(text, column.unit());
    if (fen instanceof Parsed.Value<Long> value) {
      Constraints constraints = column.field().constraints();
      return constraints.allow(Fen.yuan(value.value()))
          ? new KeptCell(value.value())
          : new UnreadableCell(ShapeRule.RANGE, range(constraints) + " 元");
    }
    return switch (fault(fen)) {
      case SEPARATORS -> new UnreadableCell(ShapeRule.AMOUNT_SEPARATORS, "1,234,567.89");
      case PRECISION -> new UnreadableCell(ShapeRule.AMOUNT_PRECISION, "0.01 元");
      case FORM, RANGE, CALENDAR, CHECK_DIGIT ->
          new UnreadableCell(ShapeRule.AMOUNT, "1234.56（" + column.unit().text() + "）");
    };
  }

  private static CellReading date(String text) {
    Parsed<LocalDate> date = Dates.parse(text);
    if (date instanceof Parsed.Value<LocalDate> value) {
      return new KeptCell(value.value());
    }
    return fault(date) == ParseFault.CALENDAR
        ? new UnreadableCell(ShapeRule.DATE_CALENDAR, "2020-03-05")
        : new UnreadableCell(ShapeRule.DATE, "2020-03-05、2020/3/5、20200305、2020年3月5日");
  }

  private static CellReading bool(String text) {
    return switch (text) {
      case "是", "true", "1", "Y", "y" -> new KeptCell(true);
      case "否", "false", "0", "N", "n" -> new KeptCell(false);
      default -> new UnreadableCell(ShapeRule.BOOLEAN, "是、否");
    };
  }

  private CellReading idNumber(String text) {
    Parsed<String> number = IdNumber.parse(text);
    return number instanceof Parsed.Value<String> value
        ? new KeptCell(hash.hash(value.value()))
        : parsed(number, ShapeRule.ID_NUMBER, ShapeRule.ID_NUMBER_CHECK);
  }

  /**
   * Hashes an account. ID numbers are hashed differently, because the same digits have another
   * meaning.
   */
  private CellReading account(String text) {
    return BankAccount.parse(text) instanceof Parsed.Value<String> value
        ? new KeptCell(hash.hash("account|" + value.value()))
        : new UnreadableCell(ShapeRule.BANK_ACCOUNT, "");
  }

  private static CellReading parsed(Parsed<String> text, ShapeRule form, ShapeRule check) {
    if (text instanceof Parsed.Value<String> value) {
      return new KeptCell(value.value());
    }
    return new UnreadableCell(fault(text) == ParseFault.CHECK_DIGIT ? check : form, "");
  }

  private static ParseFault fault(Parsed<?> parsed) {
    return parsed instanceof Parsed.Unparsable<?> refused ? refused.fault() : ParseFault.FORM;
  }

  private static String range(Constraints constraints) {
    String sign = constraints.signed() ? "±" : "";
    return (constraints.minimum().map(m -> sign + "≥ " + m.toPlainString()).orElse("")
            + " "
            + constraints.maximum().map(m -> "≤ " + m.toPlainString()).orElse(""))
        .strip();
  }

  /** The first character that no cell may contain; -1 if there is none. */
  private static int forbidden(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char glyph = text.charAt(i);
      if (glyph >= ' ' && glyph <= '~') {
        continue;
      }
      boolean isPair =
          Character.isHighSurrogate(glyph)
              && i + 1 < length
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (isPair) {
        i++;
      } else if (SafeText.isForbidden(glyph)) {
        return glyph;
      }
    }
    return -1;
  }
}
