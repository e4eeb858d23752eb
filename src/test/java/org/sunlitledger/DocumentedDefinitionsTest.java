package org.sunlitledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** The examples of the docs, put into a folder as they stand there: a register without any Java. */
class DocumentedDefinitionsTest {
  private static final Pattern BLOCK =
      Pattern.compile("```(?:yaml|sql)\\n(.*?)```", Pattern.DOTALL);

  @Test
  void aRegisterARuleAndAFigureOfACountysOwn(@TempDir Path folder) throws IOException {
    Path own = folder.resolve("own");
    List<String> register = blocks("add-a-register.md");
    write(own, "jobs/registers/training.yaml", register.get(0));
    List<String> rule = blocks("add-a-rule.md");
    write(own, "sql/checks/training-too-dear.sql", rule.get(0));
    write(own, "jobs/parameters/training.yaml", rule.get(1));
    write(own, "jobs/figures/training.yaml", blocks("add-a-figure.md").get(0));

    try (Office office = Office.in(folder, Map.of("sunlit.definitions", own.toString()))) {
      office
          .deliver(
              "培训台账2020.csv",
              "编号,培训日期,培训金额（万元）",
              "PX-01,2020-05-01,0.25",
              "PX-02,2020年6月1日,0.5",
              "PX-03,2020-07-01,0.1",
              "PX-04,2020-07-01,1.000001")
          .night(2020);
      assertThat(office.findings())
          .containsExactly("培训台账2020.csv:5 training-too-dear 培训金额=10000.01");
      assertThat(office.figures(2020)).containsEntry("F47", "0.75万元");
    }
  }

  private static List<String> blocks(String page) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(Path.of("docs", page)));
    return block.results().map(found -> found.group(1).stripIndent()).toList();
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
