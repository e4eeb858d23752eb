package org.sunlitledger.intake.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.intake.file.NameTitles;
import org.sunlitledger.intake.file.NamesInTitle;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.quantity.person.BankAccount;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.quantity.person.PayeeName;
import org.sunlitledger.quantity.person.PersonName;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.code.CodeList.ListedCode;
import org.sunlitledger.register.code.HeaderText;

/**
 * Removes names, ID numbers and accounts of people from the kept parts of a line, except in their
 * own columns. A name is recognised by its column or by the title of a column, and is then masked
 * everywhere on its line.
 */
public final class PersonalCells {
  /** Payments are matched by it, although it may contain any text. */
  private static final String BATCH = "batch";

  private final Header header;
  private final int year;
  private final NamesInTitle file;
  private final AccountCells accounts;
  private final List<Integer> names = new ArrayList<>();

  private final List<Text> texts = new ArrayList<>();
  private final Set<String> words = new HashSet<>();

  /**
   * A column of free text.
   *
   * @param field its position among the register's fields
   * @param isKey whether records are identified or matched by it
   * @param isVillage names of villages resemble names of people; the kept form may have an
   *     additional 村
   */
  private record Text(int cell, int field, String name, boolean isKey, boolean isVillage) {}

  /**
   * @param titles of the columns as delivered
   * @param file collects names that are in the file's own name too
   */
  public PersonalCells(Header header, List<String> titles, int year, NamesInTitle file) {
    this.header = header;
    this.year = year;
    this.file = file;
    Register register = header.register();
    this.accounts = new AccountCells(header, titles);
    for (int cell = 0; cell < header.columns().size(); cell++) {
      Optional<Field> field = header.column(cell).map(HeaderColumn::field);
      boolean isName =
          field.isPresent()
              ? field.get().type() == Field.FieldType.PERSON_NAME
              : cell < titles.size() && NameTitles.isOne(titles.get(cell));
      if (isName) {
        names.add(cell);
      } else if (field.isPresent() && isText(field.get())) {
        Field text = field.get();
        int at = register.fields().indexOf(text);
        boolean isVillage = text.type() == Field.FieldType.VILLAGE;
        texts.add(new Text(cell, at, text.name(), isKey(register, text), isVillage));
      }
    }
    for (Field field : register.fields()) {
      field.codes().ifPresent(codes -> codes.codes().forEach(this::addWords));
      field.payees().names().forEach(this::addWord);
      field.constraints().values().forEach(this::addWord);
      addWord(field.title());
      field.aliases().forEach(this::addWord);
    }
  }

  private void addWords(ListedCode code) {
    code.words().forEach(this::addWord);
  }

  private void addWord(String word) {
    words.add(HeaderText.normal(word));
  }

  private static boolean isText(Field field) {
    return (field.type() == Field.FieldType.TEXT
            || field.type() == Field.FieldType.VILLAGE
            || field.type() == Field.FieldType.PAYEE)
        && field.codes().isEmpty()
        && field.constraints().values().isEmpty();
  }

  static boolean isKey(Register register, Field field) {
    return register.key().contains(field.name())
        || field.constraints().form().isPresent()
        || field.name().equals(BATCH);
  }

  /**
   * Masks everything that a record must not keep in its texts, or adds the reason why the line
   * cannot be a record. A masked key would be another key.
   *
   * @param values of the register's fields, as they are kept
   */
  void clean(List<String> cells, @Nullable Object[] values, List<ShapeFinding> findings) {
    UnaryOperator<String> withoutAccounts = accounts.textCleaner(cells);
    UnaryOperator<String> keysWithoutAccount = accounts.keyCleaner(cells);
    for (Text text : texts) {
      if (values[text.field()] instanceof String value) {
        if (!text.isKey()) {
          values[text.field()] =
              PayeeName.besideSign(
                  value, shown -> PersonalText.masked(withoutAccounts.apply(shown)));
        } else {
          String masked = keysWithoutAccount.apply(value);
          if (IdNumber.isInKey(value, year) || !masked.equals(value)) {
            String shown = IdNumber.maskedIn(masked);
            findings.add(new ShapeFinding(ShapeRule.PERSONAL_KEY, text.name(), shown, ""));
          }
        }
      }
    }
    for (int cell : names) {
      if (cell < cells.size() && !Glyphs.isBlank(cells.get(cell))) {
        clean(cells, cell, values, findings);
      }
    }
  }

  private void clean(
      List<String> cells, int cell, @Nullable Object[] values, List<ShapeFinding> findings) {
    String name = cells.get(cell);
    char first = Glyphs.strip(name).charAt(0);
    if (file.has(first)) {
      name(name).ifPresent(file::take);
    }
    Optional<PersonName> known = Optional.empty();
    for (Text text : texts) {
      if (values[text.field()] instanceof String value && value.indexOf(first) >= 0) {
        known = known.isPresent() ? known : name(name);
        String delivered =
            text.isVillage()
                ? PersonalText.masked(
                    accounts.textCleaner(cells).apply(Glyphs.strip(cells.get(text.cell()))))
                : value;
        String masked = known.map(person -> person.maskedIn(delivered)).orElse(delivered);
        if (!masked.equals(delivered)) {
          if (text.isKey()) {
            findings.add(new ShapeFinding(ShapeRule.PERSONAL_KEY, text.name(), masked, ""));
          }
          values[text.field()] = masked;
        }
      }
    }
    Optional<HeaderColumn> column = header.column(cell);
    if (column.isPresent() && !isName(name) && hasNameInText(cells, name, values)) {
      String field = column.get().field().name();
      findings.add(new ShapeFinding(ShapeRule.PERSON_NAME, field, shown(name), ""));
    }
  }

  /** The name of a person in a name column. */
  private Optional<PersonName> name(String cell) {
    return words.contains(HeaderText.normal(cell)) ? Optional.empty() : PersonName.in(cell);
  }

  /** Whether the content of a name column may be a name. */
  private boolean isName(String cell) {
    return PersonName.isLike(cell) && !words.contains(HeaderText.normal(cell));
  }

  /** Whether a name is in a text column. Columns may then be swapped. */
  private boolean hasNameInText(List<String> cells, String name, @Nullable Object[] values) {
    for (Text text : texts) {
      if (values[text.field()] instanceof String value
          && !text.isKey()
          && (text.isVillage()
              ? PersonName.isPlace(name) && PersonName.isLikely(cells.get(text.cell()))
              : PersonName.isLikely(value) && !words.contains(HeaderText.normal(value)))) {
        return true;
      }
    }
    return false;
  }

  private String shown(String cell) {
    boolean isShown =
        words.contains(HeaderText.normal(cell))
            || PersonName.isPlace(cell)
            || PersonName.isOrganisation(cell);
    return isShown ? PersonalText.shown(cell) : PersonName.masked(cell);
  }

  /** The kept form of a rejected line. In doubt, more is masked. */
  Judged.RejectedLine refused(List<String> cells, List<ShapeFinding> findings) {
    boolean isOutOfPlace = isOutOfPlace(cells, findings);
    boolean isMisplaced =
        findings.stream().anyMatch(finding -> finding.rule() == ShapeRule.PERSON_NAME);
    AccountCells.RejectedCells withoutAccounts =
        accounts.forRejected(cells, isOutOfPlace || isMisplaced);
    Set<String> found = new HashSet<>();
    List<PersonName> known = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      String text = cells.get(cell);
      boolean isOther = isMisplaced && !isName(text);
      boolean isName =
          (names.contains(cell) && !isOther) || (isOutOfPlace && PersonName.isLikely(text));
      if (isName && found.add(text)) {
        name(text).ifPresent(known::add);
        name(text).ifPresent(file::take);
      }
    }
    List<String> masked = new ArrayList<>(cells.size());
    for (int cell = 0; cell < cells.size(); cell++) {
      String text = withoutAccounts.cell(cell, cells.get(cell).replace("\0", ""));
      masked.add(masked(cell, text, isOutOfPlace, known));
    }
    List<ShapeFinding> shown = new ArrayList<>(findings.size());
    for (ShapeFinding finding : findings) {
      String text = withoutAccounts.found(finding.field(), finding.found());
      boolean isHidden = isOutOfPlace && isName(text);
      shown.add(
          new ShapeFinding(
              finding.rule(),
              finding.field(),
              isHidden ? PersonName.masked(text) : PersonalText.masked(text, known),
              finding.expected()));
    }
    return new Judged.RejectedLine(masked, shown);
  }

  /** Whether names may be in wrong columns, because a name column contains something else. */
  private boolean isOutOfPlace(List<String> cells, List<ShapeFinding> findings) {
    for (ShapeFinding finding : findings) {
      if (finding.rule() == ShapeRule.CELL_COUNT) {
        return true;
      }
    }
    for (int cell : names) {
      if (cell >= cells.size() || !isName(cells.get(cell))) {
        return true;
      }
    }
    return false;
  }

  private static String lastDigits(String text) {
    String account = Glyphs.strip(text);
    return account.length() <= 4 ? account : "…" + account.substring(account.length() - 4);
  }

  private String masked(int cell, String text, boolean isOutOfPlace, List<PersonName> known) {
    if (accounts.isOfLedger(cell)) {
      return lastDigits(text);
    }
    Optional<Field> field = header.column(cell).map(HeaderColumn::field);
    Optional<Field.FieldType> type = field.map(Field::type);
    if (type.equals(Optional.of(Field.FieldType.ID_NUMBER))) {
      return IdNumber.masked(Glyphs.strip(text));
    }
    if (accounts.isUnread(cell) || type.equals(Optional.of(Field.FieldType.BANK_ACCOUNT))) {
      return BankAccount.masked(Glyphs.strip(text));
    }
    if (names.contains(cell)) {
      return type.isPresent() || isName(text) ? PersonName.masked(Glyphs.strip(text)) : shown(text);
    }
    if (type.equals(Optional.of(Field.FieldType.PAYEE))) {
      return PersonalText.masked(
          PayeeName.masked(Glyphs.strip(text), field.orElseThrow().payees()), known);
    }
    return isOutOfPlace && isName(text)
        ? PersonName.masked(Glyphs.strip(text))
        : PersonalText.masked(text, known);
  }
}
