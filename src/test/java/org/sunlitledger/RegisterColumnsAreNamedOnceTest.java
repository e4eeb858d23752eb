package org.sunlitledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.testing.Office;

/**
 * A column that only one register has is named in that register's file, and by what counties can
 * replace (rules, figures, the reconciliation's queries), but in no query of the program and in no
 * migration.
 */
class RegisterColumnsAreNamedOnceTest {
  private static final Path JAVA = Path.of("src/main/java");
  private static final Path MIGRATIONS = Path.of("sql/schema");

  /**
   * Words that a table of the program has as its name or a column too: in a query they are that
   * one. The project's name is one of the reconciliation's own table.
   */
  private static final Set<String> OWN =
      Set.of("channel", "county", "form", "number", "project_name", "side", "status", "value");

  /** Columns of temporary tables, aliases, and words of SQL. */
  private static final Map<String, Set<String>> EXCEPTIONS =
      Map.of(
          "ReversalBreaches.java", Set.of("outcome"),
          "Reversals.java", Set.of("outcome"),
          "NewDeliveries.java", Set.of("other"),
          // of the server: create role
          "EmbeddedServer.java", Set.of("role"));

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
  private static final Pattern LITERAL =
      Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"");
  private static final Pattern SQL =
      Pattern.compile(
          "\\b(select|from|where|join|and|insert into|update|set|case|create|alter|order by)\\b");
  private static final Pattern SQL_COMMENT = Pattern.compile("(?m)--.*$");
  private static final Pattern SQL_TEXT = Pattern.compile("'[^']*'");
  private static final Pattern WORD = Pattern.compile("(?<![\\w-])[a-z][a-z0-9_]*(?![\\w-])");

  @Test
  void aColumnOfOneRegisterIsNamedInItsFileAlone(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      Set<String> columns = columnsOfOneRegister(office.the(Registers.class));
      Set<String> own = new TreeSet<>(ownNames(office));
      own.retainAll(columns);
      assertThat(own).isEqualTo(OWN);
      columns.removeAll(own);
      assertThat(columns).contains("principal", "payee_code", "guarantor", "paying_office");

      assertThat(named(columns)).isEmpty();
    }
  }

  /** The test finds what it looks for. */
  @Test
  void aNameWithinAQueryIsFound() {
    assertThat(words("\"select r.principal from %s r where x = 'rate'\"").toList())
        .contains("principal")
        .doesNotContain("rate");
    assertThat(words("/* select principal */ String a = \"the principal\";")).isEmpty();
  }

  private static Set<String> columnsOfOneRegister(Registers registers) {
    Map<String, Integer> times = new HashMap<>();
    for (Register register : registers.all()) {
      register.fields().stream()
          .map(Field::column)
          .forEach(name -> times.merge(name, 1, Integer::sum));
    }
    return times.keySet().stream()
        .filter(name -> Integer.valueOf(1).equals(times.get(name)))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Tables, views and columns that come from the migrations. */
  private static List<String> ownNames(Office office) {
    return office
        .sql()
        .sql(
            """
            select unnest(array[c.relname, a.attname])::text
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            where c.relnamespace = 'public'::regnamespace
              and c.relkind in ('r', 'v')
              and not exists (
                select
                from register_table r
                where c.relname in (r.name, 'live_' || r.name, 'standing_' || r.name)
              )
            """)
        .query(String.class)
        .list();
  }

  private static Set<String> named(Set<String> columns) throws IOException {
    Set<String> named = new TreeSet<>();
    for (Path file : files(JAVA, ".java")) {
      Set<String> allowed = EXCEPTIONS.getOrDefault(file.getFileName().toString(), Set.of());
      words(Files.readString(file))
          .filter(word -> columns.contains(word) && !allowed.contains(word))
          .forEach(word -> named.add(file + ": " + word));
    }
    for (Path file : files(MIGRATIONS, ".sql")) {
      sqlWords(Files.readString(file))
          .filter(columns::contains)
          .forEach(word -> named.add(file + ": " + word));
    }
    return named;
  }

  /** The names within the queries of a Java file. */
  private static Stream<String> words(String java) {
    return LITERAL
        .matcher(COMMENT.matcher(java).replaceAll(""))
        .results()
        .map(literal -> literal.group(1) == null ? literal.group(2) : literal.group(1))
        .filter(text -> SQL.matcher(text).find())
        .flatMap(RegisterColumnsAreNamedOnceTest::sqlWords);
  }

  private static Stream<String> sqlWords(String sql) {
    String bare = SQL_TEXT.matcher(SQL_COMMENT.matcher(sql).replaceAll("")).replaceAll("''");
    return WORD.matcher(bare).results().map(MatchResult::group);
  }

  private static List<Path> files(Path root, String ending) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
