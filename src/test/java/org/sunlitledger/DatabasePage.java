package org.sunlitledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.DatabaseTables.Column;
import org.sunlitledger.DatabaseTables.Reference;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** The tables and their states as Markdown with diagrams, from the migrated database. */
final class DatabasePage {
  /** The title of each diagram, and its tables. */
  static final Map<String, List<String>> THEMES = new LinkedHashMap<>();

  static {
    THEMES.put(
        "Deliveries and findings",
        List.of(
            "delivery",
            "reject",
            "finding",
            "supplement_line",
            "open_item",
            "open_count",
            "inbox_entry"));
    THEMES.put(
        "Corrections and reversals",
        List.of(
            "delivery",
            "accepted_kinship",
            "accepted_line",
            "reversal",
            "named_file",
            "recheck_line",
            "line_digest",
            "key_shape",
            "key_form"));
    THEMES.put(
        "Roll-ups and figures",
        List.of(
            "delivery",
            "delivery_rollup",
            "rollup_cell",
            "rollup_set",
            "rollup_member",
            "uncounted_line",
            "counted_key",
            "figure"));
    THEMES.put(
        "Reconciliation",
        List.of(
            "reconciliation",
            "reconciliation_proof",
            "reconciliation_strategy",
            "reconciliation_category",
            "reconciliation_project",
            "matched_entry",
            "matched_record",
            "matched_batch",
            "match_remark",
            "risk_rule",
            "risk_line"));
    THEMES.put("Discrepancies", List.of("discrepancy", "discrepancy_line"));
    THEMES.put(
        "Closed years and the audit trail",
        List.of("year_close", "snapshot_part", "snapshot_chunk", "audit_event"));
    THEMES.put(
        "Records and originals of closed years",
        List.of(
            "year_close",
            "stored_year",
            "stored_delivery",
            "deleted_original",
            "delivery",
            "audit_event"));
    THEMES.put(
        "What runs of closed years leave",
        List.of(
            "run_note",
            "year_close",
            "delivery",
            "restatement",
            "restatement_late",
            "restatement_figure",
            "restatement_line"));
    THEMES.put(
        "Accounts of the console", List.of("account", "access_event", "access_copy", "upload"));
    THEMES.put(
        "Corrections in the console",
        List.of("delivery", "mend_draft", "mend_submission", "account"));
    THEMES.put(
        "Definitions and keys",
        List.of(
            "register_table",
            "code",
            "code_word",
            "code_fit",
            "parameter",
            "village",
            "county",
            "hash_key",
            "hidden_name"));
    THEMES.put("Backups and upgrades", List.of("backup", "schema_change"));
    THEMES.put("Notices", List.of("problem", "notice", "notice_channel"));
  }

  private final StringBuilder page = new StringBuilder();
  private final DatabaseTables tables;
  private final Registers registers;

  DatabasePage(JdbcClient jdbc, Registers registers) {
    this.tables = new DatabaseTables(jdbc);
    this.registers = registers;
  }

  String text() {
    line("# Database");
    line("");
    line("Generated from the migrated database; a test holds it current. To write it anew:");
    line("`./mvnw test -Dtest=DatabasePageTest -Dsunlit.write-docs=true`");
    line("");
    line("A line between two tables is a foreign key. The meaning of a column is its comment in");
    line("`sql/schema`; columns without a comment say it by their name. Amounts are whole fen.");
    THEMES.forEach(this::theme);
    registerTables();
    views();
    frame();
    states();
    return page.toString();
  }

  /** Tables of no theme, except those of registers, Spring Batch and Flyway. */
  List<String> withoutTheme() {
    List<String> known =
        Stream.concat(THEMES.values().stream().flatMap(List::stream), registerNames().stream())
            .toList();
    return tables.names().stream()
        .filter(name -> !known.contains(name) && !isOfTheFrame(name))
        .toList();
  }

  private void theme(String title, List<String> names) {
    line("");
    line("## " + title);
    line("");
    line("```mermaid");
    line("erDiagram");
    for (Reference reference : tables.references()) {
      if (names.contains(reference.from())
          && names.contains(reference.to())
          && !isDrawnElsewhere(title, reference.from())) {
        line(
            "  %s %s--%s %s : %s"
                .formatted(
                    reference.to(),
                    reference.isOptional() ? "|o" : "||",
                    reference.isUnique() ? "o|" : "o{",
                    reference.from(),
                    String.join("_and_", reference.columns())));
      }
    }
    names.forEach(name -> entity(name, isDrawnElsewhere(title, name)));
    line("```");
    Map<String, String> comments = new LinkedHashMap<>();
    for (String name : names) {
      if (!isDrawnElsewhere(title, name)) {
        tables
            .columns(name)
            .forEach(
                column ->
                    column
                        .comment()
                        .ifPresent(text -> comments.put(name + "." + column.name(), text)));
      }
    }
    if (!comments.isEmpty()) {
      line("");
      line("| column | meaning |");
      line("|---|---|");
      comments.forEach((column, text) -> row("`" + column + "`", text));
    }
  }

  /** A table in several diagrams has its columns in the first one only. */
  private static boolean isDrawnElsewhere(String title, String name) {
    String first =
        THEMES.entrySet().stream()
            .filter(theme -> theme.getValue().contains(name))
            .findFirst()
            .orElseThrow()
            .getKey();
    return !first.equals(title);
  }

  private void entity(String name, boolean nameOnly) {
    if (nameOnly) {
      line("  " + name);
      return;
    }
    line("  " + name + " {");
    tables.columns(name).forEach(this::column);
    line("  }");
  }

  private void column(Column column) {
    line(
        "    "
            + column.type()
            + " "
            + column.name()
            + (column.key().isEmpty() ? "" : " " + column.key()));
  }

  private void registerTables() {
    List<String> names = registerNames();
    List<Column> common =
        tables.columns(names.get(0)).stream()
            .filter(
                column -> names.stream().allMatch(name -> tables.columns(name).contains(column)))
            .toList();
    line("");
    line("## Registers");
    line("");
    line("Each register has a table for its accepted and rejected records. The table has a column");
    line(
        "for each field of the register, see the [data dictionary](data-dictionary.md), and these:");
    line("");
    line("```mermaid");
    line("erDiagram");
    line("  delivery ||..o{ register : delivery_id");
    line("  register {");
    common.forEach(this::column);
    line("  }");
    line("```");
    line("");
    line("There is no foreign key from a register to `delivery`; see");
    line("[set-based SQL and COPY](decisions/set-based-sql-and-copy.md).");
    line("");
    line("| register | table |");
    line("|---|---|");
    for (Register register : registers.all()) {
      row(register.title(), "`" + register.name() + "`");
    }
  }

  private void views() {
    line("");
    line("## Views");
    line("");
    line(
        "Each register `R` has a view `standing_R`, the accepted lines that a night's checks compare");
    line("with, and a view `live_R`, the accepted lines from which figures are made. The others:");
    line("");
    line("| view | reads |");
    line("|---|---|");
    for (String view : tables.views()) {
      boolean ofRegister =
          registerNames().stream()
              .anyMatch(name -> List.of("standing_" + name, "live_" + name).contains(view));
      if (!ofRegister) {
        row("`" + view + "`", code(tables.readBy(view)));
      }
    }
  }

  private void frame() {
    line("");
    line("## Tables of Spring Batch and Flyway");
    line("");
    line(code(tables.names().stream().filter(DatabasePage::isOfTheFrame).toList()) + ".");
  }

  private void states() {
    for (TableStates states : TableStates.all()) {
      line("");
      line("## States of `%s`".formatted(states.table()));
      line("");
      line(states.introduction());
      line("");
      line("```mermaid");
      line("stateDiagram-v2");
      states.transitions().stream()
          .map(step -> "  %s --> %s".formatted(step.from(), step.to()))
          .distinct()
          .forEach(this::line);
      line("```");
      line("");
      line("| from | to | when | class |");
      line("|---|---|---|---|");
      states
          .transitions()
          .forEach(
              step ->
                  row(shown(step.from()), shown(step.to()), step.when(), "`" + step.by() + "`"));
    }
  }

  private static String shown(String state) {
    return state.equals(TableStates.NOTHING) ? "" : "`" + state + "`";
  }

  private List<String> registerNames() {
    return registers.all().stream().map(Register::name).toList();
  }

  private static boolean isOfTheFrame(String table) {
    return table.startsWith("batch_") || table.equals("flyway_schema_history");
  }

  private static String code(List<String> names) {
    return new TreeSet<>(names)
        .stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", List.of(cells)).replace("\n", " ") + " |");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
