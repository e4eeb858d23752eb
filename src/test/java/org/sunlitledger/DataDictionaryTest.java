package org.sunlitledger;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.register.Registers;
import org.sunlitledger.testing.GeneratedPage;
import org.sunlitledger.testing.Office;

/** The data dictionary says what the definitions say. */
class DataDictionaryTest {
  private static final Path PAGE = Path.of("docs/data-dictionary.md");

  @Test
  void isCurrent(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      String page =
          new DataDictionary()
              .of(
                  office.the(Registers.class),
                  office.the(Rules.class),
                  office.the(CatalogueReader.class));
      new GeneratedPage(PAGE, "DataDictionaryTest").isCurrent(page);
    }
  }
}
