package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and ID numbers in workbooks, keys and file names are not stored anywhere. */
@Tag("long")
class MoreNothingPersonalIT {

  @Test
  void nobodyIsLeftOutOfWorkbooksKeysAndNamesOfFiles(@TempDir Path folder) throws IOException {
    String texts =
        SearchedOffice.texts(
            folder,
            (people, inbox) -> {
              new MoreHostileFiles(people, inbox).deliver();
              new HostileWorkbooks(people, inbox).deliver();
            });
    assertThat(texts).contains("大沟村", "某某村委会", "某某公司");
  }
}
