package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.check.finding.RefusedLines;
import org.sunlitledger.testing.Office;

/**
 * An office to which hostile files are handed in, and in which none of their people must be found.
 */
final class SearchedOffice {
  private SearchedOffice() {}

  /** All texts after two nights with hostile files; nobody is found in them. */
  static String texts(Path folder, BiConsumer<People, HostileFolder> files) throws IOException {
    try (Office office = Office.in(folder)) {
      People people = new People();
      files.accept(people, new HostileFolder(office.inbox()));
      office.night(2020);
      office.night(2020);
      List<String> texts = new ArrayList<>(tables(office));
      office
          .the(Findings.class)
          .list(Optional.empty(), Optional.empty(), true)
          .forEach(told -> texts.add("findings: " + told));
      office
          .the(RefusedLines.class)
          .sheets(Optional.empty(), Optional.empty())
          .forEach(sheet -> texts.add("rejects: " + sheet));
      PersonalSearch search = new PersonalSearch(people.all());
      texts.forEach(text -> search.take(text.substring(0, Math.min(80, text.length())), text));
      for (String below : List.of("var", "out")) {
        take(folder.resolve(below), search);
      }
      assertThat(search.hits()).isEmpty();
      return String.join("\n", texts);
    }
  }

  private static List<String> tables(Office office) {
    List<String> texts = new ArrayList<>();
    office
        .sql()
        .sql(
            """
            select table_name, column_name, data_type
            from information_schema.columns
            where table_schema = 'public'
              and data_type not in ('bigint', 'smallint', 'boolean', 'date')
            """)
        .query(
            row -> {
              String table = row.getString(1);
              String column = row.getString(2);
              String value =
                  row.getString(3).equals("bytea")
                      ? "encode(%s, 'hex')".formatted(column)
                      : "\"%s\"::text".formatted(column);
              List<String> cells =
                  office
                      .sql()
                      .sql(
                          "select distinct %s from \"%s\" where %s is not null"
                              .formatted(value, table, value))
                      .query(String.class)
                      .list();
              texts.add(table + "." + column + ": " + String.join("\n", cells));
            });
    return texts;
  }

  private static void take(Path folder, PersonalSearch search) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        search.take(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
  }
}
