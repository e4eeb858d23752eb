package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.close.Desk;
import org.sunlitledger.close.StoringDesk;
import org.sunlitledger.close.store.RecordStore.RecordsStored;
import org.sunlitledger.testing.Office;

/**
 * Pages about the lines of a closed year, whose sessions only read, show the same when the records
 * are in files.
 */
@Tag("long")
class StoredPagesIT {
  private static final List<String> PAGES =
      List.of(
          "/2020/figures/F11",
          "/2020/figures/F11/proof",
          "/2020/figures/F11/lines",
          "/2020/figures/F11/lines/sum",
          "/2020/figures/F26/lines?size=20",
          "/2020/reconciliation",
          "/2020/reconciliation/proof",
          "/2020/discrepancies?status=all&source=central");

  @Test
  void theyShowTheSame(@TempDir Path folder) throws Exception {
    try (Office office = Office.in(folder)) {
      Desk desk = new Desk(office).yearReady();
      desk.mustClose(2020);
      String payments = desk.list("select id from delivery where name = 'payment-2020.csv'").get(0);
      try (ServedConsole console = ServedConsole.of(office)) {
        Visitor clerk =
            new Staff(office, console).add("wangfang", "王芳", AccountRole.CLERK).visitor("wangfang");
        Map<String, String> before = pages(clerk, payments);
        RecordsStored stored = new StoringDesk(office).mustStore(2020);
        assertThat(pages(clerk, payments)).containsExactlyEntriesOf(before);
        for (Path file : new StoringDesk(office).files(stored)) {
          Files.write(file, new byte[] {1});
        }
        for (String page : List.of("/2020/figures/F11/lines", "/2020/figures/F11/proof")) {
          var fault = clerk.get(page);
          assertThat(fault.statusCode()).as(page).isEqualTo(424);
          assertThat(fault.body()).as(page).contains("记录文件缺失或被改动", "verify-snapshot");
        }
      }
    }
  }

  private static Map<String, String> pages(Visitor clerk, String payments) throws Exception {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String page : PAGES) {
      pages.put(page, shown(clerk, page));
    }
    String line = "/deliveries/" + payments + "/lines/2";
    pages.put(line, shown(clerk, line));
    pages.put(
        "csv",
        new String(clerk.download("/2020/figures/F11/lines.csv").body(), StandardCharsets.UTF_8));
    return pages;
  }

  /** Without what is another each time. */
  private static String shown(Visitor clerk, String page) throws Exception {
    var answer = clerk.get(page);
    assertThat(answer.statusCode()).as(page).isEqualTo(200);
    return answer
        .body()
        .replaceAll("\"[A-Za-z0-9_=-]{30,}\"", "\"\"")
        .replaceAll("[0-9]{2}:[0-9]{2}:[0-9]{2}", "");
  }
}
