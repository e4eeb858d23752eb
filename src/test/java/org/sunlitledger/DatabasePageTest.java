package org.sunlitledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.TableStates.Transition;
import org.sunlitledger.register.Registers;
import org.sunlitledger.testing.GeneratedPage;
import org.sunlitledger.testing.Office;

/** The page of the database shows the tables and states that the migrated database has. */
class DatabasePageTest {
  private static final Path PAGE = Path.of("docs/database.md");

  @Test
  void isCurrentAndShowsEveryTable(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      DatabasePage database = new DatabasePage(office.sql(), office.the(Registers.class));
      String page = database.text();
      new GeneratedPage(PAGE, "DatabasePageTest").isCurrent(page);
      assertThat(database.withoutTheme())
          .as("tables without a diagram: add each to a theme of DatabasePage")
          .isEmpty();
      assertThatTheDatabaseAllowsTheStates(new DatabaseTables(office.sql()));
    }
  }

  private static void assertThatTheDatabaseAllowsTheStates(DatabaseTables tables) {
    for (TableStates states : TableStates.all()) {
      states
          .column()
          .ifPresent(
              column ->
                  assertThat(statesOf(states))
                      .as("states of " + states.table())
                      .containsExactlyInAnyOrderElementsOf(tables.allowed(states.table(), column)));
    }
  }

  @Test
  void eachTransitionIsMadeByTheClassThatItNames() throws IOException {
    for (TableStates states : TableStates.all()) {
      for (Transition step : states.transitions()) {
        String source = source(step.by());
        assertThat(source).as(step.toString()).contains(states.table());
        if (states.column().isPresent() && !step.to().equals(TableStates.NOTHING)) {
          assertThat(source).as(step.toString()).containsPattern("['\"]" + step.to() + "['\"]");
        }
      }
    }
  }

  @Test
  void showsEveryTransitionOfTwoNights(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      recordTransitions(office);
      String header = "文号,公文标题,印发日期,公开属性";
      office
          .deliver("公文2020.csv", header, "滨扶发〔2020〕1号,年度计划,2020-01-05,主动公开")
          .deliver("公开2020.csv", "信息编号,信息标题,公开栏目,公开渠道,公开日期")
          .deliver("其他2020.csv", "no,header")
          .night(2020);
      office.deliver("公文2020.csv", header, "滨扶发〔2020〕1号,年度工作计划,2020-01-05,主动公开").night(2020);
      List<String> seen =
          office.sql().sql("select distinct step from seen_step").query(String.class).list();
      assertThat(shown("delivery")).containsAll(seen);
      assertThat(seen)
          .containsExactlyInAnyOrder(
              "[*] received",
              "[*] refused",
              "received loading",
              "received loaded",
              "loading loaded",
              "loaded live",
              "live superseded");
    }
  }

  private static void recordTransitions(Office office) {
    office.sql().sql("create table seen_step (step text not null)").update();
    office
        .sql()
        .sql(
            """
            create function keep_step() returns trigger
            language plpgsql as $$
            begin
              insert into seen_step
              select coalesce(old.status, '[*]') || ' ' || new.status
              where old.status is distinct from new.status;
              return new;
            end
            $$
            """)
        .update();
    office
        .sql()
        .sql(
            """
            create trigger keep_step after insert or update on delivery
            for each row execute function keep_step()
            """)
        .update();
  }

  private static Set<String> statesOf(TableStates states) {
    Set<String> names = new TreeSet<>();
    states.transitions().forEach(step -> names.addAll(List.of(step.from(), step.to())));
    names.remove(TableStates.NOTHING);
    return names;
  }

  private static List<String> shown(String table) {
    return TableStates.all().stream()
        .filter(states -> states.table().equals(table))
        .flatMap(states -> states.transitions().stream())
        .map(step -> step.from() + " " + step.to())
        .toList();
  }

  private static String source(String simpleName) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      Path file = files.filter(one -> one.endsWith(simpleName + ".java")).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }
}
