package org.sunlitledger.rollup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.CodeList;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/**
 * The subject that a register is by itself: each of its lines, with the township, the source, the
 * month and the amount that its definition names, and the columns of its other fields.
 *
 * <p>A hashed value is a text of hexadecimal digits. A village has the name of its township before
 * it, as two townships may have villages of one name. Masked names are left out: they do not tell
 * people apart.
 */
final class RegisterSubject {
  private static final Set<String> RESERVED =
      Set.of("delivery_id", "line", "year", "township", "source", "month", "amount");

  private final Register register;

  private RegisterSubject(Register register) {
    this.register = register;
  }

  /** The subject of a register. */
  static Subject of(Register register) {
    return new RegisterSubject(register).subject();
  }

  private Subject subject() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Field field : register.fields()) {
      field
          .codes()
          .ifPresent(
              list ->
                  values.put(
                      field.column(), list.codes().stream().map(CodeList.Code::code).toList()));
    }
    return new Subject(
        register.name(),
        List.of(register.name()),
        Map.of(),
        values,
        register.description(),
        SqlFile.made(register.file(), register.name(), sql()));
  }

  private String sql() {
    StringJoiner columns = new StringJoiner(",\n  ", "select\n  ", "\n");
    columns.add("delivery_id").add("line").add("year");
    columns.add(coded("township") + " as township");
    columns.add(coded("funding_source") + " as source");
    columns.add(
        register
                .date()
                .map(date -> "date_part('month', %s)::smallint".formatted(column(date)))
                .orElse("0::smallint")
            + " as month");
    columns.add(
        register
                .amount()
                .map(amount -> "coalesce(%s, 0)".formatted(column(amount)))
                .orElse("0::bigint")
            + " as amount");
    register.fields().stream()
        .filter(field -> !RESERVED.contains(field.column()))
        .filter(field -> field.type() != Field.Type.PERSON_NAME)
        .forEach(field -> columns.add(shown(field) + " as " + SqlName.of(field.column())));
    return columns + "from " + SqlName.of("live_" + register.name());
  }

  private String shown(Field field) {
    String column = SqlName.of(field.column());
    return switch (field.type()) {
      case ID_NUMBER, BANK_ACCOUNT -> "encode(%s, 'hex')".formatted(column);
      case VILLAGE -> "%s || ' ' || %s".formatted(coded("township"), column);
      default -> column;
    };
  }

  /** The first field with codes of a list, empty cells as ''. */
  private String coded(String list) {
    Optional<Field> field =
        register.fields().stream()
            .filter(one -> one.codes().filter(codes -> codes.name().equals(list)).isPresent())
            .findFirst();
    return field.map(one -> "coalesce(%s, '')".formatted(SqlName.of(one.column()))).orElse("''");
  }

  private String column(String field) {
    return SqlName.of(register.field(field).column());
  }
}
