package org.sunlitledger.rollup;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Role;
import org.sunlitledger.register.code.CodeList;

/**
 * The subject that a register is by itself: each of its lines, with what its fields have a role for
 * (township, source, household, person), the month of its date, its amount, and the columns of its
 * other fields.
 *
 * <p>A hashed value is a text of hexadecimal digits. A village has the name of its township before
 * it, as two townships may have villages of one name. Masked names are left out: they do not
 * distinguish people.
 */
final class RegisterSubject {
  private static final Set<String> GIVEN =
      Set.of("delivery_id", "line", "year", "township", "source", "month", "amount");

  private static final Set<Field.FieldType> NUMBERS =
      Set.of(Field.FieldType.INTEGER, Field.FieldType.DECIMAL, Field.FieldType.MONEY);

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
                      field.role().map(Role::word).orElse(field.column()),
                      list.codes().stream().map(CodeList.ListedCode::code).toList()));
    }
    return new Subject(
        register.name(),
        List.of(register.name()),
        Map.of(),
        columns(),
        numbers(),
        values,
        register.description(),
        SqlFile.made(register.file(), register.name(), sql()));
  }

  private String sql() {
    StringJoiner columns = new StringJoiner(",\n  ", "select\n  ", "\n");
    columns.add("delivery_id").add("line").add("year");
    columns.add(township() + " as township");
    columns.add(source() + " as source");
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
    own().forEach((name, field) -> columns.add(shown(field) + " as " + SqlName.checked(name)));
    return columns + "from " + SqlName.checked("live_" + register.name());
  }

  /** The fields with columns of their own, by the names of these. */
  private Map<String, Field> own() {
    Set<String> names = new LinkedHashSet<>(GIVEN);
    register.fields().forEach(field -> field.role().map(Role::word).ifPresent(names::add));
    Map<String, Field> own = new LinkedHashMap<>();
    for (Field field : register.fields()) {
      Optional<String> named = field.role().map(Role::word);
      if (named.filter(GIVEN::contains).isPresent()
          || field.type() == Field.FieldType.PERSON_NAME) {
        continue;
      }
      if (named.isPresent() || !names.contains(field.column())) {
        own.put(named.orElse(field.column()), field);
      }
    }
    return own;
  }

  private Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(List.of("year", "township", "source"));
    columns.addAll(List.of("month", "amount"));
    columns.addAll(own().keySet());
    return columns;
  }

  private Set<String> numbers() {
    Set<String> numbers = new LinkedHashSet<>(Set.of("amount"));
    own()
        .forEach(
            (name, field) -> {
              if (NUMBERS.contains(field.type())) {
                numbers.add(name);
              }
            });
    return numbers;
  }

  private String shown(Field field) {
    String column = SqlName.checked(field.column());
    return switch (field.type()) {
      case ID_NUMBER, BANK_ACCOUNT -> "encode(%s, 'hex')".formatted(column);
      case VILLAGE -> "%s || ' ' || %s".formatted(township(), column);
      default -> column;
    };
  }

  private String township() {
    return register.role(Role.TOWNSHIP).map(RegisterSubject::orEmpty).orElse("''");
  }

  /** Where it is the same for all lines, a code that has been looked up. */
  private String source() {
    return register
        .role(Role.SOURCE)
        .map(RegisterSubject::orEmpty)
        .or(() -> register.source().map(code -> "'" + SqlName.plain(code) + "'"))
        .orElse("''");
  }

  private static String orEmpty(Field field) {
    return "coalesce(%s, '')".formatted(SqlName.checked(field.column()));
  }

  private String column(String field) {
    return SqlName.checked(register.field(field).column());
  }
}
