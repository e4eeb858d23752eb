package org.sunlitledger.close;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** Each test has an office of its own, whose year 2020 can be closed. */
abstract class ReadyYear {
  Office office;
  Desk desk;

  @BeforeEach
  void open(@TempDir Path folder) {
    office = Office.in(folder);
    desk = new Desk(office).yearReady();
  }

  @AfterEach
  void close() {
    office.close();
  }
}
