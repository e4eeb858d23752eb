package org.sunlitledger.register;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.YamlNode;

/** Reads the relations between values of a line, and between a line and other registers. */
final class RelationReader {
  private static final Set<String> FOREIGN_KEY = Set.of("rule", "fields", "reference", "notLater");
  private static final Set<String> REFERENCE = Set.of("resource", "fields");
  private static final Set<String> DATE_ORDER = Set.of("rule", "fields", "sameDay");
  private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** The types whose values are equal if they mean the same. */
  private static final Set<Field.FieldType> COMPARED =
      EnumSet.of(
          Field.FieldType.TEXT,
          Field.FieldType.INTEGER,
          Field.FieldType.DATE,
          Field.FieldType.ID_NUMBER,
          Field.FieldType.CREDIT_CODE,
          Field.FieldType.DOCUMENT_NUMBER,
          Field.FieldType.VILLAGE);

  private RelationReader() {}

  /** Reads the foreign keys of a register's file. Their targets are checked later. */
  static List<ForeignKey> foreignKeys(YamlNode file, List<Field> fields) {
    return file.nodes("foreignKeys").stream().map(node -> foreignKey(file, node, fields)).toList();
  }

  private static ForeignKey foreignKey(YamlNode file, YamlNode node, List<Field> fields) {
    YamlNode reference = node.allow(FOREIGN_KEY).node("reference").allow(REFERENCE);
    List<Field> own = RegisterReader.all(node, "fields", fields);
    String resource = reference.text("resource");
    List<String> referenced = reference.texts("fields");
    if (own.isEmpty() || own.size() != referenced.size()) {
      throw node.problem(
          "a foreign key needs as many 'fields' as its 'reference' has, at least one");
    }
    for (Field field : own) {
      if (!COMPARED.contains(field.type())) {
        throw node.problem(
            "'fields' names a field that cannot be looked up in a register: " + field.name());
      }
    }
    return new ForeignKey(
        node.place(),
        rule(node, "%s-%s-unknown".formatted(file.text("name"), resource)),
        own,
        resource,
        referenced,
        node.flag("notLater"));
  }

  /**
   * Checks the foreign keys of registers against each other.
   *
   * @throws DefinitionException with the place of a key without a target
   */
  static void require(Map<String, Register> registers) {
    for (Register register : registers.values()) {
      for (ForeignKey key : register.foreignKeys()) {
        Register other = registers.get(key.resource());
        if (other == null) {
          throw new DefinitionException(
              key.place(), "there is no register '%s'".formatted(key.resource()));
        }
        for (int i = 0; i < key.fields().size(); i++) {
          require(key, key.fields().get(i), other, key.referenced().get(i));
        }
      }
    }
  }

  private static void require(ForeignKey key, Field own, Register other, String name) {
    Field referenced =
        other.fields().stream()
            .filter(field -> field.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new DefinitionException(
                        key.place(), "%s has no field '%s'".formatted(other.name(), name)));
    if (referenced.type() != own.type()) {
      throw new DefinitionException(
          key.place(),
          "'%s' and '%s' of %s are of different types".formatted(own.name(), name, other.name()));
    }
  }

  /** Reads the date orders of a register's file. */
  static List<DateOrder> dateOrders(YamlNode file, List<Field> fields) {
    return file.nodes("dateOrders").stream().map(node -> dateOrder(file, node, fields)).toList();
  }

  private static DateOrder dateOrder(YamlNode file, YamlNode node, List<Field> fields) {
    List<Field> dates = RegisterReader.all(node.allow(DATE_ORDER), "fields", fields);
    if (dates.size() != 2 || dates.get(0).equals(dates.get(1))) {
      throw node.problem("'fields' must name two dates, the earlier one first");
    }
    for (Field date : dates) {
      if (date.type() != Field.FieldType.DATE) {
        throw node.problem("'fields' must name fields of type date: " + date.name());
      }
    }
    Field earlier = dates.get(0);
    Field later = dates.get(1);
    return new DateOrder(
        rule(node, "%s-%s-before-%s".formatted(file.text("name"), later.name(), earlier.name())),
        earlier,
        later,
        !node.has("sameDay") || node.flag("sameDay"));
  }

  private static String rule(YamlNode node, String otherwise) {
    String rule = node.find("rule").orElse(otherwise.replace('_', '-'));
    if (!RULE.matcher(rule).matches()) {
      throw node.problem("'rule' is lower-case letters, digits and -, found '%s'".formatted(rule));
    }
    return rule;
  }
}
