package org.sunlitledger.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.quantity.person.ListedPayees;
import org.sunlitledger.register.code.CodeList;
import org.sunlitledger.register.code.CodeLists;
import org.sunlitledger.register.code.HeaderText;

/** Reads one register's Frictionless Table Schema. */
final class RegisterReader {
  /** The key that refers to a shared field. */
  private static final String LIKE = "like";

  private static final Set<String> REGISTER =
      Set.of(
          "name",
          "title",
          "description",
          "primaryKey",
          "amount",
          "date",
          "source",
          "reversal",
          "sides",
          "incidental",
          "indexes",
          "foreignKeys",
          "dateOrders",
          "fields");
  private static final Set<String> FIELD =
      Set.of(
          LIKE,
          "name",
          "title",
          "description",
          "aliases",
          "paid",
          "type",
          "format",
          "unit",
          "column",
          "codes",
          "role",
          "example",
          "constraints");
  private static final Set<String> CONSTRAINTS =
      Set.of("required", "pattern", "enum", "signed", "minimum", "maximum", "maxLength");
  private static final List<String> TYPES =
      List.of("string", "integer", "number", "date", "boolean");
  private static final List<String> FORMATS =
      List.of(
          "id-number",
          "bank-account",
          "credit-code",
          "document-number",
          "person-name",
          "payee",
          "village");

  /** Columns that every register's table and views have. */
  private static final Set<String> TAKEN = Set.of("delivery_id", "line", "verdict", "year");

  private static final Set<String> REVERSAL = Set.of("names", "alike", "total");
  private static final Set<String> SIDES =
      Set.of(
          "debit",
          "credit",
          "returned",
          "side",
          "balance",
          "note",
          "serial",
          "accounts",
          "returns",
          "opening",
          "closing");

  private final CodeLists codeLists;
  private final Map<String, YamlNode> shared;
  private final ListedPayees payees;

  /**
   * @param shared fields that registers share, by name
   */
  RegisterReader(CodeLists codeLists, Map<String, YamlNode> shared) {
    this.codeLists = codeLists;
    this.shared = shared;
    this.payees = new ListedPayees(codeLists.payees());
  }

  Register read(YamlNode file) {
    file.allow(REGISTER);
    if (!file.place().equals(Register.file(file.text("name")))) {
      throw file.problem("the name must be the file's name");
    }
    if (!file.has("fields")) {
      throw file.problem("'fields' is missing");
    }
    List<Field> fields = file.nodes("fields").stream().map(this::field).toList();
    requireOnce(file, fields, Field::name);
    requireOnce(file, fields, Field::column);
    requireOwnColumns(file, fields);
    requireTitlesOnce(file, fields);
    RoleReader.requireOnce(file, fields);
    file.texts("primaryKey").forEach(name -> named(file, "primaryKey", fields, name));
    requireType(file, "amount", fields, Field.FieldType.MONEY, "number with unit 元");
    requireType(file, "date", fields, Field.FieldType.DATE, "date");
    return new Register(
        file.text("name"),
        file.text("title"),
        file.text("description"),
        file.texts("primaryKey"),
        file.find("amount"),
        file.find("date"),
        RoleReader.source(file, fields, codeLists),
        reversal(file, fields),
        sides(file, fields),
        all(file, "incidental", fields),
        indexes(file, fields),
        RelationReader.foreignKeys(file, fields),
        RelationReader.dateOrders(file, fields),
        fields);
  }

  /** A reversal needs a key field, a date to compare and an amount that may be negative. */
  private static Optional<ReversalFields> reversal(YamlNode file, List<Field> fields) {
    if (!file.has("reversal")) {
      return Optional.empty();
    }
    YamlNode node = file.node("reversal").allow(REVERSAL);
    boolean signed =
        file.find("amount")
            .map(name -> named(file, "amount", fields, name).constraints().signed())
            .orElse(false);
    if (!signed || !file.has("date") || file.texts("primaryKey").size() != 1) {
      throw node.problem(
          "'reversal' needs an 'amount' that is signed, a 'date' and a 'primaryKey' of one field");
    }
    Field names = named(node, "names", fields, node.text("names"));
    Field key = named(file, "primaryKey", fields, file.texts("primaryKey").get(0));
    if (names.type() != Field.FieldType.TEXT || key.type() != Field.FieldType.TEXT) {
      throw node.problem("'names' and the 'primaryKey' must be fields of type string");
    }
    ReversalFields reversal =
        new ReversalFields(names, all(node, "alike", fields), all(node, "total", fields));
    if (reversal.alike().stream().noneMatch(field -> field.constraints().required())) {
      throw node.problem("'alike' needs at least one field that is required");
    }
    if (reversal.total().isEmpty()) {
      throw node.problem("'total' is missing");
    }
    return Optional.of(reversal);
  }

  private static Optional<Sides> sides(YamlNode file, List<Field> fields) {
    if (!file.has("sides")) {
      return Optional.empty();
    }
    YamlNode node = file.node("sides").allow(SIDES);
    for (String key : List.of("debit", "credit", "returned", "balance")) {
      requireType(node, key, fields, Field.FieldType.MONEY, "number with unit 元");
    }
    boolean isSigned =
        file.find("amount")
            .map(name -> named(file, "amount", fields, name).constraints().signed())
            .orElse(false);
    if (!isSigned) {
      throw node.problem("'sides' needs an 'amount' that is signed");
    }
    return Optional.of(
        new Sides(
            named(node, "debit", fields, node.text("debit")),
            named(node, "credit", fields, node.text("credit")),
            named(node, "returned", fields, node.text("returned")),
            named(node, "side", fields, node.text("side")),
            named(node, "balance", fields, node.text("balance")),
            named(node, "note", fields, node.text("note")),
            named(node, "serial", fields, node.text("serial")),
            normal(node.texts("accounts")),
            node.texts("returns"),
            normal(node.texts("opening")),
            normal(node.texts("closing"))));
  }

  private static List<String> normal(List<String> words) {
    return words.stream().map(HeaderText::normal).toList();
  }

  /** Reads the indexes. Each entry is a field, or {@code primaryKey} for the fields of the key. */
  private static List<List<Field>> indexes(YamlNode file, List<Field> fields) {
    return file.texts("indexes").stream()
        .map(
            name ->
                name.equals("primaryKey")
                    ? all(file, "primaryKey", fields)
                    : List.of(named(file, "indexes", fields, name)))
        .toList();
  }

  /** The fields named by a key. */
  static List<Field> all(YamlNode node, String key, List<Field> fields) {
    return node.texts(key).stream().map(name -> named(node, key, fields, name)).toList();
  }

  private static void requireOnce(
      YamlNode file, List<Field> fields, Function<Field, String> property) {
    Set<String> seen = new HashSet<>();
    for (Field field : fields) {
      if (!seen.add(property.apply(field))) {
        throw file.problem("two fields are called '%s'".formatted(property.apply(field)));
      }
    }
  }

  private static void requireOwnColumns(YamlNode file, List<Field> fields) {
    for (Field field : fields) {
      if (TAKEN.contains(field.column())) {
        throw file.problem(
            "every register has a column '%s' already; give the field another name"
                .formatted(field.column()));
      }
    }
  }

  /** A column of a file would be either of the two. */
  private static void requireTitlesOnce(YamlNode file, List<Field> fields) {
    Map<String, Field> seen = new HashMap<>();
    for (Field field : fields) {
      for (String title : titles(field)) {
        Field other = seen.putIfAbsent(HeaderText.normal(title), field);
        if (other != null && !other.equals(field)) {
          throw file.problem(
              "'%s' is a title or an alias of two fields, %s and %s; a column can be one of them alone"
                  .formatted(title, other.name(), field.name()));
        }
      }
    }
  }

  private static List<String> titles(Field field) {
    List<String> titles = new ArrayList<>(field.aliases());
    titles.add(field.title());
    return titles;
  }

  private static Field named(YamlNode file, String key, List<Field> fields, String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> file.problem("'%s' names no field: %s".formatted(key, name)));
  }

  /**
   * Checks the types of amount and date. The amount totals the lines, and the date assigns them to
   * a year.
   */
  private static void requireType(
      YamlNode file, String key, List<Field> fields, Field.FieldType type, String words) {
    file.find(key)
        .map(name -> named(file, key, fields, name))
        .filter(field -> field.type() != type)
        .ifPresent(
            field -> {
              throw file.problem(
                  "'%s' must name a field of type %s: %s".formatted(key, words, field.name()));
            });
  }

  private Field field(YamlNode written) {
    YamlNode node = written.allow(FIELD).has(LIKE) ? like(written) : written;
    Field.FieldType type = type(node);
    return new Field(
        node.text("name"),
        node.text("title"),
        node.text("description"),
        node.texts("aliases"),
        type,
        node.find("column").orElse(node.text("name")),
        node.find("codes").map(name -> codes(node, name)),
        constraints(node),
        RoleReader.role(node, type, node.find("codes")),
        node.find("paid").orElse("false").equals("true"),
        type == Field.FieldType.PAYEE ? payees : ListedPayees.NONE);
  }

  private YamlNode like(YamlNode written) {
    YamlNode node = shared.get(written.text(LIKE));
    if (node == null) {
      throw written.problem(
          "no field of jobs/fields is called '%s'; there are %s"
              .formatted(written.text(LIKE), shared.keySet()));
    }
    return written.over(node);
  }

  private CodeList codes(YamlNode node, String name) {
    return codeLists
        .find(name)
        .orElseThrow(() -> node.problem("no code list %s in jobs/codes".formatted(name)));
  }

  private static Field.FieldType type(YamlNode node) {
    String type = node.text("type");
    String format = node.find("format").orElse("");
    return switch (type) {
      case "integer" -> Field.FieldType.INTEGER;
      case "date" -> Field.FieldType.DATE;
      case "boolean" -> Field.FieldType.BOOLEAN;
      case "number" ->
          node.find("unit").orElse("").equals("元")
              ? Field.FieldType.MONEY
              : Field.FieldType.DECIMAL;
      case "string" ->
          switch (format) {
            case "" -> Field.FieldType.TEXT;
            case "id-number" -> Field.FieldType.ID_NUMBER;
            case "bank-account" -> Field.FieldType.BANK_ACCOUNT;
            case "credit-code" -> Field.FieldType.CREDIT_CODE;
            case "document-number" -> Field.FieldType.DOCUMENT_NUMBER;
            case "person-name" -> Field.FieldType.PERSON_NAME;
            case "village" -> Field.FieldType.VILLAGE;
            case "payee" -> Field.FieldType.PAYEE;
            default ->
                throw node.problem("unknown format '%s'; known are %s".formatted(format, FORMATS));
          };
      default -> throw node.problem("unknown type '%s'; known are %s".formatted(type, TYPES));
    };
  }

  private static Constraints constraints(YamlNode field) {
    YamlNode node = field.optional("constraints").allow(CONSTRAINTS);
    return new Constraints(
        node.flag("required"),
        form(field, node),
        node.texts("enum"),
        node.flag("signed"),
        decimal(node, "minimum"),
        decimal(node, "maximum"),
        node.number("maxLength", 400));
  }

  private static Optional<Constraints.Form> form(YamlNode field, YamlNode constraints) {
    Optional<Pattern> pattern = constraints.find("pattern").map(text -> pattern(constraints, text));
    Optional<String> example = field.find("example");
    if (pattern.isPresent() != example.isPresent()) {
      throw field.problem("'pattern' and 'example' belong together: people are shown the example");
    }
    Optional<Constraints.Form> form =
        pattern.map(known -> new Constraints.Form(known, example.orElseThrow()));
    if (form.isPresent() && !form.get().fits(form.get().example())) {
      throw field.problem("the example '%s' does not fit the pattern".formatted(example.get()));
    }
    return form;
  }

  private static Pattern pattern(YamlNode node, String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException problem) {
      throw node.problem("not a pattern: " + pattern);
    }
  }

  static Optional<BigDecimal> decimal(YamlNode node, String key) {
    try {
      return node.find(key).map(BigDecimal::new);
    } catch (NumberFormatException problem) {
      throw node.problem("'%s' must be a number".formatted(key));
    }
  }
}
