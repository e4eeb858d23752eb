package org.sunlitledger.register;

import java.util.List;
import java.util.Optional;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.register.code.CodeLists;

/** Reads the roles of fields, and the values that are the same for all lines of a register. */
final class RoleReader {
  private RoleReader() {}

  /** The role of a field; empty if it has none. */
  static Optional<Role> role(YamlNode field, Field.FieldType type, Optional<String> codes) {
    Optional<Role> role =
        field
            .find("role")
            .map(
                word ->
                    Role.find(word)
                        .orElseThrow(
                            () ->
                                field.problem(
                                    "'role' is one of %s, found '%s'"
                                        .formatted(Role.words(), word))));
    role.filter(found -> !found.allows(type, codes))
        .ifPresent(
            found -> {
              throw field.problem("the role %s needs %s".formatted(found.word(), found.needs()));
            });
    return role;
  }

  /** Rejects a role that two fields have. */
  static void requireOnce(YamlNode file, List<Field> fields) {
    for (Role role : Role.values()) {
      List<String> names =
          fields.stream()
              .filter(field -> field.role().equals(Optional.of(role)))
              .map(Field::name)
              .toList();
      if (names.size() > 1) {
        throw file.problem("several fields have the role %s: %s".formatted(role.word(), names));
      }
    }
  }

  /** The source of all lines, for a register without a field for it. */
  static Optional<String> source(YamlNode file, List<Field> fields, CodeLists codeLists) {
    Optional<String> source = file.find("source");
    if (source.isEmpty()) {
      return source;
    }
    if (fields.stream().anyMatch(field -> field.role().equals(Optional.of(Role.SOURCE)))) {
      throw file.problem("'source' is for registers that have no field with the role source");
    }
    String list = Role.SOURCE.codes().orElseThrow();
    boolean isKnown =
        codeLists.find(list).stream()
            .flatMap(codes -> codes.codes().stream())
            .anyMatch(code -> source.equals(Optional.of(code.code())));
    if (!isKnown) {
      throw file.problem("'source': %s has no code '%s'".formatted(list, source.get()));
    }
    return source;
  }
}
