package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.testing.Office;

/** Many files that somebody sends at once share one connection. */
@Tag("long")
class ManyUploadsIT {
  private static final int FILES = 20;
  private static final byte[] CONTENT = new byte[3 * 1024 * 1024];

  @Test
  void aConnectionIsNotClosedInTheMiddleOfItsFiles(@TempDir Path folder) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(FILES);
    try (Office office = Office.in(folder);
        ServedConsole console = ServedConsole.of(office)) {
      Visitor clerk =
          new Staff(office, console).add("wangfang", "王芳", AccountRole.CLERK).visitor("wangfang");
      clerk.get("/2020/upload");
      List<Callable<Integer>> uploads = new ArrayList<>();
      for (int file = 0; file < FILES; file++) {
        String path = "/2020/upload?name=%d.csv".formatted(file);
        uploads.add(() -> clerk.upload(path, BodyPublishers.ofByteArray(CONTENT)).statusCode());
      }
      for (Future<Integer> answer : senders.invokeAll(uploads)) {
        assertThat(answer.get()).isEqualTo(201);
      }
    } finally {
      senders.shutdownNow();
    }
  }
}
