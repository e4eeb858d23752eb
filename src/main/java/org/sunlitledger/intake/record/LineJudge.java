package org.sunlitledger.intake.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.intake.layout.column.VisibleCells;
import org.sunlitledger.intake.layout.column.WordsColumn;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.Supplement;
import org.sunlitledger.intake.ledger.SignedAmount;
import org.sunlitledger.intake.line.LineAppearance;
import org.sunlitledger.intake.line.LineAppearance.Merged;
import org.sunlitledger.intake.line.LineAppearance.Shown;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.record.Judged.RejectedLine;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.person.BankAccount;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.quantity.person.PayeeName;
import org.sunlitledger.quantity.person.PersonName;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/** Decides from a line alone whether it is a record of its register. */
public final class LineJudge {
  private static final int MAX_CHARACTERS_SHOWN = 200;

  private final int year;
  private final int columns;
  private final int original;
  private final int fields;
  private final List<CellPlace> places;
  private final Optional<CellPlace> amount;
  private final PersonalCells personal;
  private final MaskedCells masked;
  private final UnaryOperator<List<String>> arrangement;
  private final List<Words> words = new ArrayList<>();

  /** A column of words that must equal the amount of another column. */
  private record Words(WordsColumn column, CellPlace digits) {}

  private final Optional<SignedAmount> signed;
  private final int amountField;

  /**
   * The source and the target of a field's value.
   *
   * @param cell position on the line
   * @param field position among the register's fields
   * @param cells reader of the cells
   * @param isDate whether the value must be in the delivery's year
   * @param refusesDates whether a date in a sheet's cell is a text that the spreadsheet changed
   */
  private record CellPlace(
      int cell,
      int field,
      HeaderColumn column,
      RepeatedCells cells,
      boolean isDate,
      boolean refusesDates) {
    boolean isOf(String name) {
      return column.field().name().equals(name);
    }
  }

  /**
   * @param arrangement puts the cells of a rejected line into the kept order
   * @param isCreditPaid whether amounts on the credit side were paid; otherwise the debit side was
   */
  public LineJudge(
      HeaderFinder.FoundHeader found,
      UnaryOperator<List<String>> arrangement,
      CellReader reader,
      PersonalCells personal,
      MaskedCells masked,
      boolean isCreditPaid,
      int year) {
    Header header = found.header();
    Register register = header.register();
    this.original = found.originalLine();
    this.arrangement = arrangement;
    this.personal = personal;
    this.masked = masked;
    this.year = year;
    this.columns = header.columns().size();
    this.fields = register.fields().size();
    List<CellPlace> all = new ArrayList<>();
    for (int cell = 0; cell < columns; cell++) {
      Optional<HeaderColumn> column = header.columns().get(cell);
      if (column.isPresent()) {
        Field field = column.get().field();
        boolean isDate = register.date().map(field.name()::equals).orElse(false);
        RepeatedCells cells = new RepeatedCells(reader, column.get());
        boolean refusesDates = VisibleCells.refusesDates(field, register.key());
        int at = register.fields().indexOf(field);
        all.add(new CellPlace(cell, at, column.get(), cells, isDate, refusesDates));
      }
    }
    this.places = List.copyOf(all);
    for (WordsColumn column : WordsColumn.find(found)) {
      all.stream()
          .filter(place -> place.cell() == column.amount())
          .forEach(place -> words.add(new Words(column, place)));
    }
    this.signed = register.sides().map(sides -> new SignedAmount(header, sides, isCreditPaid));
    this.amountField =
        register.amount().map(register::field).map(register.fields()::indexOf).orElse(-1);
    this.amount =
        register.amount().flatMap(name -> all.stream().filter(p -> p.isOf(name)).findFirst());
  }

  public Judged judge(SourceLine line) {
    @Nullable Object[] values = new @Nullable Object[fields];
    List<ShapeFinding> findings = new ArrayList<>(0);
    List<String> cells = line.cells();
    if (cells.size() < columns || hasMore(cells)) {
      findings.add(
          new ShapeFinding(
              ShapeRule.CELL_COUNT, "", String.valueOf(cells.size()), String.valueOf(columns)));
    }
    boolean isSeenOtherwise = line.appearance().hasCells();
    for (CellPlace place : places) {
      if (isSeenOtherwise && isMisleading(line.appearance(), place, findings)) {
        continue;
      }
      if (place.cell() < cells.size()) {
        read(cells.get(place.cell()), place, values, findings);
      }
    }
    for (Words column : words) {
      compare(column, line, values, findings);
    }
    if (signed.isPresent()) {
      signed.get().settle(values, findings);
    }
    masked.verify(cells, findings);
    personal.clean(cells, values, findings);
    return new Judged(
        line.number(),
        Supplement.originalLine(cells, original),
        fen(cells, values),
        findings.isEmpty() ? Arrays.asList(values) : List.of(),
        findings.isEmpty() ? RejectedLine.NOTHING : rejected(cells, findings));
  }

  /** Whether the value of a sheet's cell differs from what it means. */
  private static boolean isMisleading(
      LineAppearance appearance, CellPlace place, List<ShapeFinding> findings) {
    Field field = place.column().field();
    @Nullable Shown shown = appearance.shown().get(place.cell());
    if (place.refusesDates() && shown != null && shown.kind() == Shown.ShownKind.DATE) {
      findings.add(
          new ShapeFinding(ShapeRule.DATE_IN_TEXT, field.name(), shown.text(), field.title()));
      return true;
    }
    @Nullable Merged merged = appearance.merged().get(place.cell());
    if (merged != null && VisibleCells.isNumber(field)) {
      String found = merged.range() + " " + merged.value();
      findings.add(new ShapeFinding(ShapeRule.AMOUNT_MERGED, field.name(), found, field.title()));
      return true;
    }
    return false;
  }

  private void read(
      String text, CellPlace place, @Nullable Object[] values, List<ShapeFinding> findings) {
    Field field = place.column().field();
    if (Glyphs.isNone(text) && !place.cells().hasCode(text)) {
      if (field.constraints().required()) {
        findings.add(
            new ShapeFinding(ShapeRule.REQUIRED, field.name(), Glyphs.strip(text), field.title()));
      }
      return;
    }
    CellReader.CellReading cell = place.cells().read(text);
    if (cell instanceof CellReader.KeptCell kept) {
      values[place.field()] = kept.value();
      if (place.isDate() && kept.value() instanceof LocalDate date && date.getYear() != year) {
        findings.add(
            new ShapeFinding(
                ShapeRule.DATE_OUTSIDE_YEAR, field.name(), text.strip(), String.valueOf(year)));
      }
    } else if (cell instanceof CellReader.UnreadableCell broken) {
      findings.add(
          new ShapeFinding(broken.rule(), field.name(), shown(text, field), broken.expected()));
    }
  }

  /** Compares words with the amount. Words that cannot be read are reported for the file. */
  private static void compare(
      Words words, SourceLine line, @Nullable Object[] values, List<ShapeFinding> findings) {
    int at = words.column().at();
    List<String> cells = line.cells();
    if (at >= cells.size()
        || Glyphs.isNone(cells.get(at))
        || line.appearance().merged().containsKey(at)) {
      return;
    }
    CellPlace digits = words.digits();
    String amount = digits.cell() < cells.size() ? cells.get(digits.cell()) : "";
    @Nullable Object kept = values[digits.field()];
    Optional<Long> written = words.column().fen(cells.get(at));
    boolean isRead = kept instanceof Long || Glyphs.isNone(amount);
    if (isRead && written.isPresent()) {
      boolean agrees =
          kept instanceof Long fen && words.column().agrees(cells.get(at), written.get(), fen);
      if (!agrees) {
        String said = "%s = %s".formatted(Glyphs.strip(cells.get(at)), Fen.exactly(written.get()));
        String kind = kept instanceof Long fen ? Fen.exactly(fen) : "";
        findings.add(
            new ShapeFinding(ShapeRule.AMOUNT_WORDS, digits.column().field().name(), said, kind));
      }
    }
  }

  private long fen(List<String> cells, @Nullable Object[] values) {
    if (amountField >= 0 && values[amountField] instanceof Long fen) {
      return fen;
    }
    if (amount.isEmpty()) {
      return 0;
    }
    CellPlace place = amount.get();
    return place.cell() < cells.size()
            && Fen.parse(cells.get(place.cell()), place.column().unit())
                instanceof Parsed.Value<Long> value
        ? value.value()
        : 0;
  }

  private RejectedLine rejected(List<String> cells, List<ShapeFinding> findings) {
    RejectedLine kept = personal.refused(cells, findings);
    return new RejectedLine(arrangement.apply(kept.cells()), kept.findings());
  }

  private static String shown(String text, Field field) {
    String value = masked(Glyphs.named(Glyphs.strip(text).replace("\0", "␀")), field);
    return value.length() <= MAX_CHARACTERS_SHOWN
        ? value
        : value.substring(0, MAX_CHARACTERS_SHOWN) + "…";
  }

  private static String masked(String text, Field field) {
    return switch (field.type()) {
      case ID_NUMBER -> IdNumber.masked(text);
      case BANK_ACCOUNT -> BankAccount.masked(text);
      case PERSON_NAME -> PersonName.masked(text);
      case PAYEE -> PayeeName.masked(text, field.payees());
      case TEXT, INTEGER, MONEY, DECIMAL, DATE, BOOLEAN, CREDIT_CODE, DOCUMENT_NUMBER, VILLAGE ->
          text;
    };
  }

  private boolean hasMore(List<String> cells) {
    for (int i = columns; i < cells.size(); i++) {
      if (!Glyphs.isBlank(cells.get(i))) {
        return true;
      }
    }
    return false;
  }
}
