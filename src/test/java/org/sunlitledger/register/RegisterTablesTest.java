package org.sunlitledger.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.NestedExceptionUtils;
import org.sunlitledger.testing.Office;

/**
 * A register's file alone defines its columns. Its table is changed accordingly, or the change is
 * rejected.
 */
class RegisterTablesTest {
  private static final String TRAINING =
      """
      name: training
      title: 培训台账
      description: Trainings paid for
      primaryKey: [training_no]
      amount: amount
      date: held_on
      indexes: [primaryKey]
      fields:
        - {name: training_no, title: 培训编号, description: Number, type: string, constraints: {required: true}}
        - {name: held_on, title: 培训日期, description: Date, type: date, constraints: {required: true}}
        - {name: amount, title: 培训金额, description: Cost, type: number, unit: 元, constraints: {required: true}}
      """;
  private static final String PLACE =
      "  - {name: place, title: 培训地点, description: Place, type: string}\n";

  private final Path folder;

  RegisterTablesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theTableHasTheColumnsTheKeyAndTheViews() throws IOException {
    write(TRAINING + PLACE);
    try (Office office = own()) {
      office
          .deliver("培训台账2020.csv", "培训编号,培训日期,培训金额,培训地点", "PX-01,2020-05-01,10.5,香山乡")
          .night(2020);
      assertThat(
              office
                  .sql()
                  .sql("select training_no, held_on, amount, place, year from live_training")
                  .query()
                  .singleRow())
          .containsEntry("training_no", "PX-01")
          .containsEntry("amount", 1050L)
          .containsEntry("place", "香山乡");
      assertThat(
              office
                  .sql()
                  .sql("select indexname from pg_indexes where tablename = 'training' order by 1")
                  .query(String.class)
                  .list())
          .containsExactly("training_key", "training_pkey");
    }
  }

  @Test
  void anOptionalFieldIsAddedAndARemovedOneIsRefused() throws IOException {
    write(TRAINING);
    try (Office office = own()) {
      office.deliver("培训台账2020.csv", "培训编号,培训日期,培训金额", "PX-01,2020-05-01,10.5").night(2020);
      write(TRAINING + PLACE);
      try (Office again = again(office)) {
        again
            .deliver("培训台账2020二.csv", "培训编号,培训日期,培训金额,培训地点", "PX-02,2020-05-02,20,兴仁镇")
            .night(2020);
        assertThat(
                again
                    .sql()
                    .sql("select coalesce(place, '') from standing_training order by training_no")
                    .query(String.class)
                    .list())
            .containsExactly("", "兴仁镇");
      }
      write(TRAINING);
      assertRefused(
          office,
          "jobs/registers/training.yaml: no field has the column 'place' any more, and its values would be lost;"
              + " put the field back");
    }
  }

  @Test
  void aFieldWithoutAValueInAnyLineIsTakenAwayAgain() throws IOException {
    write(TRAINING + PLACE);
    try (Office office = own()) {
      office.deliver("培训台账2020.csv", "培训编号,培训日期,培训金额", "PX-01,2020-05-01,10.5").night(2020);
      write(TRAINING);
      try (Office again = again(office)) {
        assertThat(again.sql().sql("select * from live_training").query().singleRow())
            .containsEntry("training_no", "PX-01")
            .doesNotContainKey("place");
      }
    }
  }

  @Test
  void whatWouldAlterValuesIsRefusedWithItsField() throws IOException {
    write(TRAINING + PLACE);
    try (Office office = own()) {
      office.deliver("培训台账2020.csv", "培训编号,培训日期,培训金额", "PX-01,2020-05-01,10.5").night(2020);
      write(TRAINING + PLACE.replace("type: string", "type: date"));
      assertRefused(
          office,
          "jobs/registers/training.yaml → fields[4]: the column 'place' has type text, and the field needs date;"
              + " values would be altered: use another column");
      write(
          TRAINING + PLACE.replace("type: string", "type: string, constraints: {required: true}"));
      assertRefused(
          office,
          "jobs/registers/training.yaml → fields[4]: field with column 'place' is required now, and there are"
              + " lines without a value; make it optional");
      write(
          TRAINING
              + PLACE
              + PLACE
                  .replace("place", "hall")
                  .replace("培训地点", "场地")
                  .replace("type: string", "type: string, constraints: {required: true}"));
      assertRefused(
          office,
          "jobs/registers/training.yaml → fields[5]: field with column 'hall' is new and required, and the lines"
              + " that are there have no value; make it optional");
      write((TRAINING + PLACE).replace("type: date, constraints: {required: true}", "type: date"));
      try (Office again = again(office)) {
        assertThat(again.night(2020).failures()).isEmpty();
      }
    }
  }

  @Test
  void theNameOfAnotherTableIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("own/jobs/registers"));
    Files.writeString(
        folder.resolve("own/jobs/registers/reject.yaml"),
        TRAINING.replace("name: training\n", "name: reject\n"));
    assertThatThrownBy(this::own)
        .satisfies(
            problem ->
                assertThat(NestedExceptionUtils.getMostSpecificCause(problem))
                    .hasMessage(
                        "jobs/registers/reject.yaml: the database has another table 'reject'; choose another name"));
  }

  private void assertRefused(Office office, String message) {
    assertThatThrownBy(() -> again(office))
        .satisfies(
            problem ->
                assertThat(NestedExceptionUtils.getMostSpecificCause(problem)).hasMessage(message));
  }

  private void write(String text) throws IOException {
    Path file = folder.resolve("own/jobs/registers/training.yaml");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private Office own() {
    return Office.in(folder, definitions());
  }

  private Office again(Office office) {
    return office.again(definitions());
  }

  private Map<String, Object> definitions() {
    return Map.of("sunlit.definitions", folder.resolve("own").toString());
  }
}
