package org.sunlitledger.intake.line;

import java.util.Locale;

/**
 * A rule that a file or a line must satisfy without regard to others. The bundle {@code
 * messages/rules} contains the title, the expectation and the correction for each.
 */
public enum ShapeRule {
  FILE_TYPE(Scope.FILE),
  FILE_EMPTY(Scope.FILE),
  FILE_UNFINISHED(Scope.FILE),
  FILE_HIDDEN(Scope.FILE),
  FILE_LINK(Scope.FILE),
  FILE_UNREADABLE(Scope.FILE),
  FILE_BINARY(Scope.FILE),
  FILE_ENCODING(Scope.FILE),
  FILE_SEPARATOR(Scope.FILE),
  FILE_HEADER(Scope.FILE),
  FILE_COLUMNS_MISSING(Scope.FILE),
  FILE_COLUMN_TWICE(Scope.FILE),
  FILE_AMBIGUOUS(Scope.FILE),
  FILE_LINES_ABOVE(Scope.FILE),
  FILE_BROKEN_QUOTE(Scope.FILE),
  FILE_LINE_TOO_LONG(Scope.FILE),
  FILE_UNIT(Scope.FILE),
  FILE_TOTAL(Scope.FILE),
  FILE_SUM_TOO_LARGE(Scope.FILE),
  FILE_BALANCE(Scope.FILE),
  FILE_SIDES(Scope.FILE),
  FILE_FAILED(Scope.FILE),
  FILE_SUPPLEMENT(Scope.FILE),
  FILE_SHEET_MISSING(Scope.FILE),
  FILE_KINSHIP(Scope.FILE),
  FILE_YEAR(Scope.FILE),
  SUPPLEMENT_LINE(Scope.FILE),
  SUPPLEMENT_ACTION(Scope.FILE),
  FILE_FORMAT(Scope.FILE),
  FILE_WORKBOOK_BROKEN(Scope.FILE),
  FILE_WORKBOOK_LOCKED(Scope.FILE),
  FILE_WORKBOOK_HOSTILE(Scope.FILE),
  FILE_SHEET_SKIPPED(Scope.OPEN),
  FILE_COLUMN_SKIPPED(Scope.OPEN),
  FILE_TOTAL_UNCHECKED(Scope.OPEN),
  FILE_AMOUNT_LEFT_OUT(Scope.OPEN),
  FILE_AMOUNT_IN_NOTE(Scope.WARNING),
  FILE_TOTAL_BLANK(Scope.WARNING),
  FILE_WORDS_UNCHECKED(Scope.OPEN),
  FILE_BALANCE_UNCHECKED(Scope.OPEN),
  FILE_ROWS_HIDDEN(Scope.WARNING),
  FILE_COLUMN_UNKNOWN(Scope.WARNING),
  FILE_SHEET_CONTINUED(Scope.WARNING),
  FILE_SHEET_WITHOUT_LINES(Scope.WARNING),
  FILE_SERIAL_GAPS(Scope.WARNING),
  FILE_RETURN_POSITIVE(Scope.WARNING),
  CELL_COUNT(Scope.LINE),
  REQUIRED(Scope.LINE),
  INTEGER(Scope.LINE),
  DECIMAL(Scope.LINE),
  AMOUNT(Scope.LINE),
  AMOUNT_SEPARATORS(Scope.LINE),
  AMOUNT_PRECISION(Scope.LINE),
  AMOUNT_WORDS(Scope.LINE),
  RANGE(Scope.LINE),
  AMOUNT_SIDES(Scope.LINE),
  DATE(Scope.LINE),
  DATE_CALENDAR(Scope.LINE),
  DATE_OUTSIDE_YEAR(Scope.LINE),
  BOOLEAN(Scope.LINE),
  CODE(Scope.LINE),
  PATTERN(Scope.LINE),
  TOO_LONG(Scope.LINE),
  CONTROL_CHARACTER(Scope.LINE),
  DIGITS_LOST(Scope.LINE),
  DATE_IN_TEXT(Scope.LINE),
  AMOUNT_MERGED(Scope.LINE),
  PERSONAL_KEY(Scope.LINE),
  PERSON_NAME(Scope.LINE),
  MASKED_AGAIN(Scope.LINE),
  ID_NUMBER(Scope.LINE),
  ID_NUMBER_CHECK(Scope.LINE),
  BANK_ACCOUNT(Scope.LINE),
  CREDIT_CODE(Scope.LINE),
  CREDIT_CODE_CHECK(Scope.LINE),
  DOCUMENT_NUMBER(Scope.LINE);

  private enum Scope {
    /** The whole file is rejected. */
    FILE,
    /**
     * The file is imported, but a part is omitted or unverified. The finding is open until a person
     * decides.
     */
    OPEN,
    /** The file is imported. */
    WARNING,
    /** The line is rejected. */
    LINE
  }

  private final Scope scope;

  ShapeRule(Scope scope) {
    this.scope = scope;
  }

  /** The id in lists: date-outside-year. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String severity() {
    return switch (scope) {
      case FILE, LINE -> "error";
      case OPEN -> "open";
      case WARNING -> "warning";
    };
  }

  public boolean isAboutFiles() {
    return scope != Scope.LINE;
  }
}
