package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.check.Findings;
import org.sunlitledger.check.RefusedLines;
import org.sunlitledger.testing.Office;

/**
 * Names and ID numbers in wrong places are nowhere afterwards: not in the database, log or output.
 */
class NothingPersonalTest {
  private static final int FILES = Integer.getInteger("sunlit.hostile-files", 67);

  /** Whether the sample year and its bad files are imported too. */
  private static final boolean WITH_SAMPLE = Boolean.getBoolean("sunlit.with-sample");

  /** Between what two cells say; digits on both sides of it are of two numbers. */
  private static final String NEXT = "\f";

  @Test
  void nameAndNumberOfNobodyIsLeftAnywhere(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      if (WITH_SAMPLE) {
        office.deliverAll(Path.of("sample-data/2020")).night(2020);
        office.deliverAll(Path.of("sample-data/bad")).night(2020);
      }
      HostileFiles files = new HostileFiles(office);
      files.deliver(FILES);
      office.night(2020);
      office.night(2020);
      List<String> texts = new ArrayList<>(tables(office));
      office
          .the(Findings.class)
          .list(java.util.Optional.empty(), java.util.Optional.empty(), true)
          .forEach(told -> texts.add("findings: " + told));
      office
          .the(RefusedLines.class)
          .sheets(java.util.Optional.empty(), java.util.Optional.empty())
          .forEach(sheet -> texts.add("rejects: " + sheet));
      for (String below : List.of("var", "out")) {
        texts.addAll(files(folder.resolve(below)));
      }
      List<String> found = new ArrayList<>();
      for (String text : texts) {
        String digits = digits(text);
        for (int i = 0; i < files.names().size(); i++) {
          String number = files.numbers().get(i);
          boolean isThere =
              text.contains(files.names().get(i))
                  || digits.contains(number.substring(0, 17))
                  || digits.contains(number.substring(0, 6) + number.substring(8, 17));
          if (isThere) {
            found.add(files.names().get(i) + " " + number + " in " + around(text, files, i));
          }
        }
      }
      assertThat(found).isEmpty();
      // and what is no person's is still there
      assertThat(String.join("\n", texts)).contains("大沟村", "香山乡", "某银行", "BT000001");
    }
  }

  /** Where the text has it. */
  private static String around(String text, HostileFiles files, int person) {
    int at = Math.max(text.indexOf(files.names().get(person)), 0);
    String source = text.substring(0, Math.min(80, text.length()));
    return source + "… " + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 140));
  }

  /** All digits of a text in their one width, without anything in between. */
  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.codePoints()
        .forEach(
            glyph -> {
              int digit = Character.digit(glyph, 10);
              if (digit >= 0) {
                digits.append(digit);
              } else if (glyph == NEXT.charAt(0)) {
                digits.append(NEXT);
              }
            });
    return digits.toString();
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
                      ? "encode(%s, 'escape')".formatted(column)
                      : "\"%s\"::text".formatted(column);
              List<String> cells =
                  office
                      .sql()
                      .sql(
                          "select distinct %s from \"%s\" where %s is not null"
                              .formatted(value, table, value))
                      .query(String.class)
                      .list();
              texts.add(table + "." + column + ": " + String.join(NEXT, cells));
            });
    return texts;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        texts.add(
            folder.relativize(file)
                + ": "
                + Files.readString(file, StandardCharsets.ISO_8859_1)
                + new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
      return texts;
    }
  }
}
