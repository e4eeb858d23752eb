package org.sunlitledger.close;

import java.nio.file.Path;
import org.sunlitledger.close.store.RecordStore;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.OtherProcess;

/** Moves the records of a year in a process of its own, so that it can be killed. */
final class StoringProcess {
  private StoringProcess() {}

  public static void main(String[] arguments) throws Exception {
    OtherProcess.inProgram(
        program ->
            program
                .getBean(RecordStore.class)
                .store(Integer.parseInt(arguments[0]), arguments[1], Path.of(arguments[2])));
  }

  static Process start(Office office, int year) throws Exception {
    return OtherProcess.of(
            office, StoringProcess.class, String.valueOf(year), "甲", office.out().toString())
        .inheritIO()
        .start();
  }
}
