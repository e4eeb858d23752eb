package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names and ID numbers in wrong places are not stored anywhere: not in the database, log or output.
 */
class NothingPersonalIT {
  private static final int FILES = 67;

  @Test
  void nameAndNumberOfNobodyIsLeftAnywhere(@TempDir Path folder) throws IOException {
    String texts =
        SearchedOffice.texts(
            folder, (people, inbox) -> new HostileFiles(people, inbox).deliver(FILES));
    // texts that are not personal are still there
    assertThat(texts).contains("大沟村", "香山乡", "某银行", "BT000001");
  }
}
