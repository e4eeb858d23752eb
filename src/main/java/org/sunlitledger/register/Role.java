package org.sunlitledger.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a field says of a line that is asked of any register, whatever its column is called. */
public enum Role {
  /** The township that the line belongs to. */
  TOWNSHIP(Field.FieldType.TEXT, Optional.of("township")),
  /** The level that the money came from. */
  SOURCE(Field.FieldType.TEXT, Optional.of("funding_source")),
  /** The household on the roll. */
  HOUSEHOLD(Field.FieldType.TEXT, Optional.empty()),
  /** The person, by a resident ID number. */
  PERSON(Field.FieldType.ID_NUMBER, Optional.empty());

  private final Field.FieldType type;
  private final Optional<String> codes;

  Role(Field.FieldType type, Optional<String> codes) {
    this.type = type;
    this.codes = codes;
  }

  /** The name of the list that its codes are of; empty where it has none. */
  public Optional<String> codes() {
    return codes;
  }

  /** As definitions name it, and the subjects of figures. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Role::word).toList();
  }

  static Optional<Role> find(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** Whether a field of a type, with the codes of a list or none, can have it. */
  boolean allows(Field.FieldType fieldType, Optional<String> fieldCodes) {
    return fieldType == type && fieldCodes.equals(codes);
  }

  /** What a field must be to have it, for a message. */
  String needs() {
    return codes
        .map("a field with the codes of %s"::formatted)
        .orElse(type == Field.FieldType.ID_NUMBER ? "an id-number" : "a string without codes");
  }
}
