package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Scanner;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.testing.Office;

/** Lists of 200,000 rows as files, from a console with little memory. */
@Tag("long")
class ExportsIT {
  private static final int ROWS = 200_000;

  private static Office office;
  @AutoClose private static Staff staff;
  private static Visitor administrator;
  private static Visitor another;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    staff =
        Staff.of(office, Map.of("JDK_JAVA_OPTIONS", "-Xmx128m"))
            .add("sunba", "孙八", AccountRole.ADMINISTRATOR);
    administrator = staff.visitor("sunba");
    administrator.showTelephone("sunba");
    another = staff.visitor("sunba");
    another.showTelephone("sunba");
    office
        .sql()
        .sql(
            """
            insert into access_event (at, kind, via, address, detail)
            select now(), 'refused', 'console', '10.0.0.' || n % 255,
              '=GET /' || n || ' ' || repeat(md5(n::text), 8)
            from generate_series(1, :rows) n
            """)
        .param("rows", ROWS)
        .update();
  }

  @Test
  void aFileOfText() throws Exception {
    HttpResponse<InputStream> answer = administrator.open("/access.csv?kind=refused");
    assertThat(answer.statusCode()).isEqualTo(200);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith("\ufeff时间,账号,");
      assertThat(lines.readLine()).contains(",网页,10.0.0.", ",'=GET /200000 ");
      assertThat(lines.lines().count()).isEqualTo(ROWS - 1);
    }
    assertThat(taken()).contains("sunba access csv");
  }

  @Test
  void aWorkbook(@TempDir Path folder) throws Exception {
    HttpResponse<InputStream> answer = administrator.open("/access.xlsx?kind=refused");
    assertThat(answer.statusCode()).isEqualTo(200);
    Path file = folder.resolve("access.xlsx");
    Files.copy(answer.body(), file);
    long rows;
    try (ZipFile parts = new ZipFile(file.toFile());
        InputStream sheet = parts.getInputStream(parts.getEntry("xl/worksheets/sheet1.xml"));
        Scanner scanner = new Scanner(sheet, StandardCharsets.UTF_8)) {
      rows = scanner.useDelimiter("<row ").tokens().count();
    }
    // what is before the first row is a token too, the titles are a row
    assertThat(rows).isEqualTo(ROWS + 2);
    assertThat(taken()).contains("sunba access xlsx");
  }

  @Test
  void aSessionHasOneExportUnderWayAtMost() throws Exception {
    HttpResponse<InputStream> first = administrator.open("/access.csv");
    assertThat(first.body().read()).isNotNegative();
    HttpResponse<String> second = administrator.get("/access.csv?kind=signed_in");
    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.body()).contains("还有导出没有完成", "请等上一个下载完成后再点一次");
    assertThat(another.get("/access.csv?kind=signed_in").statusCode()).isEqualTo(200);
    assertThat(administrator.get("/access").statusCode()).isEqualTo(200);
    first.body().close();
    assertThat(whenReady("/access.csv?kind=signed_in")).isEqualTo(200);
  }

  /** The server notices a moment later that nobody takes the first one any more. */
  private static int whenReady(String path) throws IOException, InterruptedException {
    int status = 429;
    for (int tries = 0; status == 429 && tries < 100; tries++) {
      Thread.sleep(200);
      status = administrator.get(path).statusCode();
    }
    return status;
  }

  private static Iterable<String> taken() {
    return office
        .sql()
        .sql(
            """
            select a.login || ' ' || e.detail
            from access_event e
            join account a on a.id = e.by_id
            where e.kind = 'list_taken'
            """)
        .query(String.class)
        .list();
  }
}
