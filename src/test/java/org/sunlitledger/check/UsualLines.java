package org.sunlitledger.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.code.CodeList;

/**
 * What a line of a register has when a case does not say: for the registers of the project as
 * {@code lines.yaml} says, for others something in each required column.
 */
public final class UsualLines {
  private static final YamlNode KNOWN = read(Path.of("src/test/resources/lines.yaml"));

  private UsualLines() {}

  /** The columns of a line, with its number in those that tell lines apart. */
  public static Map<String, String> of(Register register, int year, int line) {
    return KNOWN.has(register.name())
        ? known(KNOWN.node(register.name()), line)
        : required(register, year, line);
  }

  private static Map<String, String> known(YamlNode usual, int line) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String column : usual.keys()) {
      String value = usual.text(column);
      columns.put(
          column,
          switch (value) {
            case "V", "H", "J" -> value + line;
            case "P" -> person(line);
            default -> value;
          });
    }
    return columns;
  }

  private static Map<String, String> required(Register register, int year, int line) {
    Map<String, String> columns = new LinkedHashMap<>();
    register.fields().stream()
        .filter(field -> field.constraints().required())
        .forEach(field -> columns.put(field.column(), value(field, year, line)));
    return columns;
  }

  private static String value(Field field, int year, int line) {
    return field
        .codes()
        .map(list -> code(list, year))
        .orElseGet(
            () ->
                switch (field.type()) {
                  case INTEGER, MONEY, DECIMAL -> "1";
                  case DATE -> year + "-06-01";
                  case BOOLEAN -> "false";
                  case ID_NUMBER, BANK_ACCOUNT -> person(line);
                  default -> "V" + line;
                });
  }

  private static String code(CodeList list, int year) {
    return list.codes().stream()
        .filter(code -> code.years().contains(year))
        .map(CodeList.ListedCode::code)
        .findFirst()
        .orElseThrow();
  }

  private static String person(int line) {
    return "\\x%08x".formatted(line);
  }

  private static YamlNode read(Path file) {
    try {
      return YamlNode.parse(file.toString(), Files.readString(file));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
