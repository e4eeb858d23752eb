package org.sunlitledger.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The meaning of a field in every register, whatever its column is called. */
public enum Role {
  /** The township of the line. */
  TOWNSHIP(Field.FieldType.TEXT, Optional.of("township")),
  /** The level of government that gave the money. */
  SOURCE(Field.FieldType.TEXT, Optional.of("funding_source")),
  /** The household on the roll. */
  HOUSEHOLD(Field.FieldType.TEXT, Optional.empty()),
  /** The person, identified by a resident ID number. */
  PERSON(Field.FieldType.ID_NUMBER, Optional.empty());

  private final Field.FieldType type;
  private final Optional<String> codes;

  Role(Field.FieldType type, Optional<String> codes) {
    this.type = type;
    this.codes = codes;
  }

  /** The name of the list with its codes; empty if it has none. */
  public Optional<String> codes() {
    return codes;
  }

  /** The word for it in definitions and in the subjects of figures. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Role::word).toList();
  }

  static Optional<Role> find(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** Whether a field with a type, and with the codes of a list or none, can have this role. */
  boolean allows(Field.FieldType fieldType, Optional<String> fieldCodes) {
    return fieldType == type && fieldCodes.equals(codes);
  }

  /** The requirements for a field with this role, for a message. */
  String needs() {
    return codes
        .map("a field with the codes of %s"::formatted)
        .orElse(type == Field.FieldType.ID_NUMBER ? "an id-number" : "a string without codes");
  }
}
