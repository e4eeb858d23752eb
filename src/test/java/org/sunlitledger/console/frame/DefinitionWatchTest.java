package org.sunlitledger.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.database.DatabaseSettings;

class DefinitionWatchTest {

  @Test
  void aFileThatIsChangedAddedOrTakenAwayIsNoticed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("jobs/codes/township.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "name: township\n");
    assertThat(watch(folder).hasChanged()).isFalse();

    DefinitionWatch before = watch(folder);
    Files.writeString(file, "name: townships\n");
    assertThat(before.hasChanged()).isTrue();

    DefinitionWatch then = watch(folder);
    Path other = Files.createDirectories(folder.resolve("sql/checks")).resolve("own.sql");
    Files.writeString(other, "--\n");
    assertThat(then.hasChanged()).isTrue();
    Files.delete(other);
    assertThat(then.hasChanged()).isFalse();
  }

  @Test
  void withoutAFolderNothingChanges(@TempDir Path folder) {
    assertThat(new DefinitionWatch(new DatabaseSettings(folder, null)).hasChanged()).isFalse();
  }

  private static DefinitionWatch watch(Path folder) {
    return new DefinitionWatch(new DatabaseSettings(folder, folder));
  }
}
