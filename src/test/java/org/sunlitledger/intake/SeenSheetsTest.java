package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** Files as offices hand them in: read as a person sees them, or rejected with what to do. */
class SeenSheetsTest {
  private static final Path CASES = Path.of("src/test/resources/cases/night");

  @Test
  void theCasesOfOneNight(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      for (Path file : cases()) {
        office.deliver(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
      office.night(2020);
      System.err.println(office.findings());
      System.err.println(records(office));
      office
          .sql()
          .sql("select f.rule||' '||f.found||' '||f.expected from finding f")
          .query(String.class)
          .list()
          .forEach(System.err::println);
      assertThat(records(office)).isEmpty();
    }
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<String> records(Office office) {
    return office
        .sql()
        .sql(
            """
            select concat_ws(' ', d.name, r.receipt_no, r.donor, r.township, r.village, r.received_on, r.amount)
            from aid r
            join delivery d on d.id = r.delivery_id
            order by d.original, r.line
            """)
        .query(String.class)
        .list();
  }
}
