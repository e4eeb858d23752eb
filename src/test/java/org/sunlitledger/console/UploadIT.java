package org.sunlitledger.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.job.Nightly;
import org.sunlitledger.quantity.digest.Sha256;
import org.sunlitledger.testing.Office;

/** What is taken into the inbox, from whom, and what is not. */
class UploadIT {
  private static final String TO = "/2020/upload";
  private static final int MEGABYTE = 1024 * 1024;
  private static Office office;
  @AutoClose private static Staff staff;
  private static Path scanner;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    scanner = folder.resolve("scan with blanks.sh");
    Files.writeString(
        scanner,
        "#!/bin/sh\nif grep -q EICAR \"$1\"; then echo \"found Eicar in $1\"; exit 1; fi\n");
    assertThat(scanner.toFile().setExecutable(true)).isTrue();
    staff =
        Staff.of(
                office,
                Map.of(
                    "SUNLIT_CONSOLE_UPLOAD_LIMIT", "3MB",
                    "SUNLIT_CONSOLE_UPLOAD_QUOTA", "5MB",
                    "SUNLIT_CONSOLE_UPLOAD_FILES", "5",
                    "SUNLIT_CONSOLE_UPLOAD_SCAN", scanner.toString()))
            .add("wangfang", "王芳", "民政局", AccountRole.CLERK)
            .add("lisi", "李四", "住建局", AccountRole.CLERK)
            .add("zhaoliu", "赵六", AccountRole.CLERK)
            .add("viewer", "孙七", AccountRole.VIEWER);
  }

  @AfterEach
  void emptyTheInbox() throws IOException {
    for (String file : inbox()) {
      Files.delete(office.ownInbox().resolve(file));
    }
  }

  @Test
  void aFileIsKeptByteForByteInTheFolderOfItsOfficeAndCanBeWithdrawn() throws Exception {
    Visitor clerk = signedIn("wangfang");
    byte[] bytes = Files.readAllBytes(Path.of("sample-data/2020/target-2020.csv"));
    HttpResponse<String> received = clerk.upload(to("任务 2020&+#.csv"), body(bytes));
    assertThat(received.statusCode()).isEqualTo(201);
    assertThat(received.body()).contains("民政局/任务 2020&amp;+#.csv", "hx-get=");
    Path file = office.ownInbox().resolve("民政局/任务 2020&+#.csv");
    assertThat(file).hasBinaryContent(bytes);
    assertThat(clerk.get(TO).body()).contains("民政局/任务 2020&amp;+#.csv");
    assertThat(clerk.get(preview("民政局/任务 2020&+#.csv")).body()).contains("认得", "年度任务台账", "2020 年");
    String sha256 = Sha256.sha256(bytes);
    assertThat(logged()).contains("file_uploaded 民政局/ SHA-256 " + sha256);
    assertThat(clerk.post(TO + "/withdraw", Map.of("name", "民政局/任务 2020&+#.csv")).statusCode())
        .isEqualTo(302);
    assertThat(inbox()).isEmpty();
    assertThat(logged()).contains("file_withdrawn 民政局/ SHA-256 " + sha256);
  }

  @Test
  void aPreviewSaysWhyAFileWouldBeRejected() throws Exception {
    Visitor clerk = signedIn("wangfang");
    clerk.upload(to("坏2020.csv"), body("项目编号,没有这一列\n1,2\n".getBytes(UTF_8)));
    assertThat(clerk.get(preview("民政局/坏2020.csv")).body())
        .contains("将退回", "第 1 行", "怎么办")
        .doesNotContain("认得");
    assertThat(clerk.get(preview("民政局/没有.csv")).statusCode()).isEqualTo(404);
  }

  @Test
  void namesThatLeadElsewhereOrThatNoRunReadsAreRefused() throws Exception {
    Visitor clerk = signedIn("wangfang");
    for (String name :
        List.of(
            "",
            " ",
            "../a.csv",
            "..\\a.csv",
            "/etc/a.csv",
            "住建局/a.csv",
            "C:a.csv",
            "a\u0000.csv",
            "a\n.csv",
            "\u202Egpj.csv",
            "a\u200B.csv",
            " a.csv",
            "a.csv ",
            "a.exe",
            "a",
            ".a.csv",
            "~$a.xlsx",
            "a.csv.part",
            ".sunlit-upload-1.csv",
            "汉".repeat(70) + ".csv")) {
      HttpResponse<String> refused = clerk.upload(to(name), body(new byte[] {1}));
      assertThat(refused.statusCode()).as(name).isBetween(400, 422);
    }
    assertThat(clerk.upload(to("汉".repeat(65) + ".csv"), body(new byte[] {1})).statusCode())
        .isEqualTo(201);
    // decomposed, as some systems send it
    assertThat(clerk.upload(to("e\u0301.csv"), body(new byte[] {1})).statusCode()).isEqualTo(201);
    assertThat(inbox())
        .containsExactlyInAnyOrder("民政局/" + "汉".repeat(65) + ".csv", "民政局/\u00e9.csv");
  }

  @Test
  void aNameThatIsThereIsReplacedOnlyOnRequest() throws Exception {
    Visitor clerk = signedIn("wangfang");
    assertThat(clerk.upload(to("a.csv"), body("1".getBytes(UTF_8))).statusCode()).isEqualTo(201);
    HttpResponse<String> there = clerk.upload(to("a.csv"), body("2".getBytes(UTF_8)));
    assertThat(there.statusCode()).isEqualTo(409);
    assertThat(there.body()).contains("替换");
    Path file = office.ownInbox().resolve("民政局/a.csv");
    assertThat(file).hasContent("1");
    assertThat(clerk.upload(to("a.csv") + "&replace=true", body("2".getBytes(UTF_8))).statusCode())
        .isEqualTo(201);
    assertThat(file).hasContent("2");
    assertThat(inbox()).containsExactly("民政局/a.csv");
  }

  @Test
  void whatARunHasReadStaysUntilItIsInTheArchive() throws Exception {
    Visitor clerk = signedIn("wangfang");
    byte[] bytes = Files.readAllBytes(Path.of("sample-data/2020/target-2020.csv"));
    assertThat(clerk.upload(to("任务2020.csv"), body(bytes)).statusCode()).isEqualTo(201);
    office.the(Nightly.class).run(2020, Optional.empty(), office.out());
    assertThat(inbox()).isEmpty();
    // as a run leaves it that is killed before it moves the file
    Path file = office.ownInbox().resolve("民政局/任务2020.csv");
    try (Stream<Path> archive = Files.walk(office.ownInbox().resolveSibling("var/archive"))) {
      Files.move(archive.filter(Files::isRegularFile).findFirst().orElseThrow(), file);
    }
    office
        .sql()
        .sql("update delivery set archived_as = null where sha256 = :sha")
        .param("sha", Sha256.sha256(bytes))
        .update();
    assertThat(
            clerk
                .upload(to("任务2020.csv") + "&replace=true", body("2".getBytes(UTF_8)))
                .statusCode())
        .isEqualTo(409);
    clerk.post(TO + "/withdraw", Map.of("name", "民政局/任务2020.csv"));
    assertThat(file).hasBinaryContent(bytes);
    office.the(Nightly.class).run(2020, Optional.empty(), office.out());
    assertThat(inbox()).isEmpty();
  }

  @Test
  void ofManyWithOneNameAtOnceOneIsKept() throws Exception {
    Visitor clerk = signedIn("wangfang");
    List<CompletableFuture<Integer>> sent =
        Stream.iterate(0, i -> i + 1)
            .limit(8)
            .map(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> status(clerk, to("a.csv"), body(new byte[1000 + i]))))
            .toList();
    assertThat(sent.stream().map(CompletableFuture::join).filter(status -> status == 201))
        .hasSize(1);
    assertThat(inbox()).containsExactly("民政局/a.csv");
  }

  @Test
  void limitsOfAFileOfAnOfficeAndOfItsNumberOfFilesAreTold() throws Exception {
    Visitor clerk = signedIn("wangfang");
    HttpResponse<String> large = clerk.upload(to("a.csv"), body(new byte[3 * MEGABYTE + 1]));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("不超过 3 MB");
    assertThat(clerk.get(check("a.csv", 3 * MEGABYTE + 1)).statusCode()).isEqualTo(413);
    assertThat(clerk.get(check("a.csv", 3 * MEGABYTE)).statusCode()).isEqualTo(200);
    assertThat(clerk.get(TO + "/check?bytes=1").statusCode()).as("without a name").isEqualTo(422);
    assertThat(clerk.upload(to("a.csv"), body(new byte[3 * MEGABYTE])).statusCode()).isEqualTo(201);
    HttpResponse<String> quota = clerk.upload(to("b.csv"), body(new byte[2 * MEGABYTE + 1]));
    assertThat(quota.statusCode()).isEqualTo(507);
    assertThat(quota.body()).contains("合计不能超过 5 MB");
    for (String name : List.of("b.csv", "c.csv", "d.csv", "e.csv")) {
      assertThat(clerk.upload(to(name), body(new byte[1])).statusCode()).isEqualTo(201);
    }
    assertThat(clerk.upload(to("f.csv"), body(new byte[1])).body()).contains("不能超过 5 个");
    // another office has room of its own
    assertThat(signedIn("lisi").upload(to("a.csv"), body(new byte[3 * MEGABYTE])).statusCode())
        .isEqualTo(201);
  }

  @Test
  void aRequestWithoutLengthOrOfAnotherTypeIsRefused() throws Exception {
    Visitor clerk = signedIn("wangfang");
    BodyPublisher unknown =
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10]));
    assertThat(clerk.upload(to("a.csv"), unknown).statusCode()).isEqualTo(411);
    assertThat(clerk.post(to("a.csv"), Map.of("x", "y")).statusCode()).isEqualTo(415);
    assertThat(inbox()).isEmpty();
  }

  @Test
  void theScannerOfTheCountyRefusesAFile() throws Exception {
    Visitor clerk = signedIn("wangfang");
    HttpResponse<String> refused = clerk.upload(to("a.csv"), body("EICAR".getBytes(UTF_8)));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("found Eicar").doesNotContain("own-inbox");
    assertThat(inbox()).isEmpty();
  }

  @Test
  void theScannerLooksAtWorkListsToo() throws Exception {
    HttpResponse<String> refused =
        signedIn("zhaoliu").upload("/2020/discrepancies/work-list", body("EICAR".getBytes(UTF_8)));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("安全检查没有通过", "found Eicar");
  }

  @Test
  void withoutATokenWithAnotherRoleOrForAnotherOfficeNothingHappens() throws Exception {
    Visitor clerk = signedIn("wangfang");
    assertThat(clerk.uploadWithoutToken(to("a.csv"), body(new byte[1])).statusCode())
        .isEqualTo(403);
    assertThat(clerk.upload(to("a.csv", "住建局"), body(new byte[1])).statusCode()).isEqualTo(404);
    assertThat(clerk.upload(to("a.csv", ".."), body(new byte[1])).statusCode()).isEqualTo(404);
    Visitor viewer = signedIn("viewer");
    assertThat(viewer.upload(to("a.csv", ""), body(new byte[1])).statusCode()).isEqualTo(403);
    assertThat(
            new Visitor(staff.console())
                .uploadWithoutToken(to("a.csv"), body(new byte[1]))
                .statusCode())
        .isNotEqualTo(201);
    assertThat(inbox()).isEmpty();
    assertThat(clerk.upload(to("a.csv"), body(new byte[1])).statusCode()).isEqualTo(201);
    Visitor other = signedIn("lisi");
    assertThat(other.get(TO).body()).doesNotContain("民政局");
    assertThat(other.get(preview("民政局/a.csv")).statusCode()).isEqualTo(404);
    assertThat(other.post(TO + "/withdraw", Map.of("name", "民政局/a.csv")).statusCode())
        .isEqualTo(404);
    assertThat(clerk.postWithoutToken(TO + "/withdraw", Map.of("name", "民政局/a.csv")).statusCode())
        .isEqualTo(403);
    assertThat(inbox()).containsExactly("民政局/a.csv");
  }

  @Test
  void anAccountOfAllOfficesChoosesAFolder() throws Exception {
    Visitor all = signedIn("zhaoliu");
    assertThat(all.get(TO).body()).contains("（不分单位）", "民政局", "住建局");
    assertThat(all.upload(to("a.csv", ""), body(new byte[1])).statusCode()).isEqualTo(201);
    assertThat(all.upload(to("a.csv", "住建局"), body(new byte[1])).statusCode()).isEqualTo(201);
    assertThat(all.upload(to("a.csv", "没有的局"), body(new byte[1])).statusCode()).isEqualTo(404);
    assertThat(inbox()).containsExactlyInAnyOrder("a.csv", "住建局/a.csv");
  }

  @Test
  @Tag("long")
  void aKilledServerLeavesNoHalfFileAndItsLeftoversGoAfterADay(@TempDir Path folder)
      throws Exception {
    try (Office killed = Office.in(folder)) {
      ServedConsole server = ServedConsole.of(killed);
      new Staff(killed, server).add("wangfang", "王芳", "民政局", AccountRole.CLERK);
      Visitor clerk = signedIn(server, "wangfang");
      CountDownLatch half = new CountDownLatch(1);
      CompletableFuture<Integer> sent =
          CompletableFuture.supplyAsync(
              () -> status(clerk, to("a.csv"), HalfSent.body(4 * MEGABYTE, half)));
      assertThat(half.await(60, TimeUnit.SECONDS)).isTrue();
      Path inside = killed.ownInbox().resolve("民政局");
      assertThat(partial(inside)).hasSize(1);
      killed.night(2020);
      server.kill();
      assertThatThrownBy(sent::join).hasRootCauseInstanceOf(IOException.class);
      assertThat(inside.resolve("a.csv")).doesNotExist();
      Path left = partial(inside).get(0);
      killed.the(Nightly.class).run(2020, Optional.empty(), killed.out());
      assertThat(killed.sql().sql("select count(*) from delivery").query(Long.class).single())
          .isZero();
      try (ServedConsole again = ServedConsole.of(killed)) {
        assertThat(left).exists();
        assertThat(signedIn(again, "wangfang").get(TO).body()).contains("还没有待导入的文件");
      }
      Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
      ServedConsole.of(killed).close();
      assertThat(left).doesNotExist();
    }
  }

  private static List<Path> partial(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().startsWith(".sunlit-upload-")).toList();
    }
  }

  private static int status(Visitor visitor, String path, BodyPublisher file) {
    try {
      return visitor.upload(path, file).statusCode();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private static Visitor signedIn(String login) throws Exception {
    return signedIn(staff.console(), login);
  }

  private static Visitor signedIn(ServedConsole server, String login) throws Exception {
    Visitor visitor = new Visitor(server);
    visitor.signIn(login, Staff.PASSWORD);
    visitor.get(TO);
    return visitor;
  }

  private static String to(String name) {
    return to(name, "");
  }

  private static String to(String name, String folder) {
    String query = "?name=" + URLEncoder.encode(name, UTF_8);
    return TO + query + (folder.isEmpty() ? "" : "&office=" + URLEncoder.encode(folder, UTF_8));
  }

  private static String check(String name, int bytes) {
    return to(name).replace("?", "/check?") + "&bytes=" + bytes;
  }

  private static String preview(String name) {
    return TO + "/preview?name=" + URLEncoder.encode(name, UTF_8);
  }

  private static BodyPublisher body(byte[] bytes) {
    return BodyPublishers.ofByteArray(bytes);
  }

  /** Every file in the inbox, whatever its name. */
  private static List<String> inbox() throws IOException {
    if (!Files.exists(office.ownInbox())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(office.ownInbox())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> office.ownInbox().relativize(file).toString())
          .toList();
    }
  }

  private static List<String> logged() {
    return office
        .sql()
        .sql("select kind || ' ' || detail from access_event")
        .query(String.class)
        .list();
  }
}
