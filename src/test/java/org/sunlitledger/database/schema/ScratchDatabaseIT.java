package org.sunlitledger.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.database.schema.ScratchDatabase.ForeignDatabase;
import org.sunlitledger.testing.Office;

/** The scratch database of a backup's check is dropped if the program made it, and only then. */
class ScratchDatabaseIT {
  private final Path folder;
  private final Office office;
  private final String url;
  private final String scratch;

  ScratchDatabaseIT(@TempDir Path folder) {
    this.folder = folder;
    this.office = Office.in(folder);
    this.url = Objects.requireNonNull(office.environment().get("SPRING_DATASOURCE_URL"));
    this.scratch = url.substring(url.lastIndexOf('/') + 1) + "_scratch";
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void oneThatAKilledProcessLeftIsMadeAnew() throws SQLException, ForeignDatabase {
    beside();
    assertThat(isThere()).isTrue();
    try (ScratchDatabase again = beside()) {
      assertThat(again.url()).endsWith(scratch);
      assertThat(isThere()).isTrue();
    }
    assertThat(isThere()).isFalse();
  }

  @Test
  void oneThatWasOnlyJustMadeIsDroppedToo() throws SQLException, ForeignDatabase {
    beside();
    office.sql().sql("comment on database " + scratch + " is null").update();
    beside().close();
    assertThat(isThere()).isFalse();
  }

  @Test
  void oneThatTheServerWasDroppingWhenItStoppedIsDroppedToo() throws SQLException, ForeignDatabase {
    beside();
    office
        .sql()
        .sql("update pg_database set datconnlimit = -2 where datname = :name")
        .param("name", scratch)
        .update();
    beside().close();
    assertThat(isThere()).isFalse();
  }

  @Test
  void whatSomebodyElseMadeIsLeftAlone() {
    office.sql().sql("create database " + scratch).update();
    try {
      assertThatThrownBy(this::beside).isInstanceOf(ForeignDatabase.class);
      Terminal terminal = new Terminal(office);
      assertThat(terminal.run("backup", folder.resolve("backups").toString())).isEqualTo(3);
      assertThat(terminal.err())
          .contains("there is a database " + scratch + ", and this program did not make it");
      assertThat(isThere()).isTrue();
    } finally {
      office.sql().sql("drop database " + scratch).update();
    }
  }

  private ScratchDatabase beside() throws SQLException, ForeignDatabase {
    return ScratchDatabase.beside(
            url,
            Objects.requireNonNull(office.environment().get("SPRING_FLYWAY_USER")),
            Objects.requireNonNull(office.environment().get("SPRING_FLYWAY_PASSWORD")))
        .orElseThrow();
  }

  private boolean isThere() {
    return office
        .sql()
        .sql("select exists (select from pg_database where datname = :name)")
        .param("name", scratch)
        .query(Boolean.class)
        .single();
  }
}
