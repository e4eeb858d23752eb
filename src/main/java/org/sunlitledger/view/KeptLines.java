package org.sunlitledger.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.code.CodeList.ListedCode;
import org.sunlitledger.storage.StoredLines;

/** What the books keep of a line. */
@Component
public final class KeptLines {
  /**
   * Its codes are numbers that everybody knows them by, and the ledger's files have the numbers.
   */
  private static final String KNOWN_BY_NUMBER = "function_code";

  private final JdbcClient jdbc;
  private final StoredLines stored;

  KeptLines(JdbcClient jdbc, StoredLines stored) {
    this.jdbc = jdbc;
    this.stored = stored;
  }

  /**
   * A line as it is kept.
   *
   * @param isAccepted whether it counts as long as its delivery does; otherwise it is refused or
   *     waits for a counterpart
   * @param values of the fields that are not empty, hidden where only a digest is kept
   */
  public record KeptLine(boolean isAccepted, List<KeptValue> values) {}

  /** A value below the title of its column. */
  public record KeptValue(Field field, String text, boolean isHidden) {}

  /** The record of a line; empty where the line was refused at the door. */
  public Optional<KeptLine> find(Register register, int year, long delivery, int line) {
    return stored.read(
        () -> {
          stored.show(delivery);
          return record(register, year, delivery, line);
        });
  }

  private Optional<KeptLine> record(Register register, int year, long delivery, int line) {
    return jdbc.sql(
            "select * from %s where delivery_id = :delivery and line = :line"
                .formatted(SqlName.checked(register.name())))
        .param("delivery", delivery)
        .param("line", line)
        .query((row, number) -> kept(register, year, row))
        .optional();
  }

  private static KeptLine kept(Register register, int year, ResultSet row) throws SQLException {
    List<KeptValue> values = new ArrayList<>();
    for (Field field : register.fields()) {
      String kept = row.getString(field.column());
      if (kept != null) {
        boolean isHidden = field.type().isHashed();
        values.add(new KeptValue(field, isHidden ? "" : text(field, kept, year), isHidden));
      }
    }
    return new KeptLine(row.getString("verdict").equals("a"), values);
  }

  private static String title(Field field, ListedCode code) {
    return field.codes().filter(list -> list.name().equals(KNOWN_BY_NUMBER)).isPresent()
        ? "%s（%s）".formatted(code.title(), code.code())
        : code.title();
  }

  private static String text(Field field, String kept, int year) {
    return switch (field.type()) {
      case MONEY -> Fen.yuan(Long.parseLong(kept)).toPlainString();
      case BOOLEAN -> kept.equals("t") ? "是" : "否";
      case TEXT,
          INTEGER,
          DECIMAL,
          DATE,
          ID_NUMBER,
          BANK_ACCOUNT,
          CREDIT_CODE,
          DOCUMENT_NUMBER,
          PERSON_NAME,
          VILLAGE,
          PAYEE ->
          field.codes().stream()
              .flatMap(codes -> codes.codes().stream())
              .filter(code -> code.code().equals(kept) && code.years().contains(year))
              .map(code -> title(field, code))
              .findFirst()
              .orElse(kept);
    };
  }
}
