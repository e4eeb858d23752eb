package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.SunlitLedger;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.OtherProcess;

/** What the console says while it starts, on a machine where there is nothing yet. */
@Tag("long")
class FirstStartIT {
  private static final String READY = "https://localhost:";

  @Test
  void saysWhatItDoesAndLaterOnlyWhatIsNeeded(@TempDir Path folder) throws Exception {
    try (Office other = Office.in(folder.resolve("other"))) {
      assertThat(start(other, folder.resolve("var"), "zh"))
          .containsExactly("正在生成 HTTPS 证书 …", "正在准备内置数据库，只在第一次启动时 …", "正在启动内置数据库 …", "正在建立数据表 …");
      assertThat(start(other, folder.resolve("var"), "en"))
          .containsExactly("Starting the built-in database ...");
    }
  }

  /** The lines before the address. */
  private static List<String> start(Office other, Path folder, String language) throws Exception {
    ProcessBuilder serving =
        OtherProcess.unprepared(
                other, SunlitLedger.class, "serve", "--port", "0", "--lang", language)
            .redirectErrorStream(true);
    Map<String, String> environment = serving.environment();
    environment.keySet().removeIf(name -> name.startsWith("SPRING_"));
    environment.put("SUNLIT_FOLDER", folder.toString());
    environment.put("LC_ALL", "C.UTF-8");
    Process process = serving.start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = new ArrayList<>();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.contains(READY)) {
          return lines;
        }
        lines.add(line);
      }
      throw new AssertionError("it did not start: " + lines);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
