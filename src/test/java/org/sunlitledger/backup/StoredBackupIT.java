package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.close.Desk;
import org.sunlitledger.close.StoringDesk;
import org.sunlitledger.close.store.RecordStore.RecordsStored;

/** A year whose records are in files is explained after a restore as before. */
@Tag("long")
class StoredBackupIT {
  @Test
  void theFilesAreInTheBackupAndAreRestored(@TempDir Path folder) throws Exception {
    try (LostOffice lost = new LostOffice(folder)) {
      new Desk(lost.office()).yearReady().mustClose(2020);
      List<String> said = new StoringDesk(lost.office()).said(2020);
      RecordsStored stored = new StoringDesk(lost.office()).mustStore(2020);
      List<Path> files = new StoringDesk(lost.office()).files(stored);
      Path backup = lost.backUp();
      assertThat(backup.resolve("storage/2020/stored-1").resolve(files.get(0).getFileName()))
          .hasSameBinaryContentAs(files.get(0));
      lost.lose();
      // another file in its place is not taken for it
      Files.createDirectories(files.get(0).resolveSibling(""));
      Files.writeString(files.get(0), "");
      lost.restore(backup);
      assertThat(new StoringDesk(lost.office()).said(2020)).isEqualTo(said);
      new Desk(lost.office()).assertAgrees(2020, 1);
    }
  }
}
