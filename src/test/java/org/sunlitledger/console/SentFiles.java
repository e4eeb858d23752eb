package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.quantity.digest.Sha256;
import org.sunlitledger.testing.Office;

/**
 * Files of payments that somebody uploads, and what must be true of them whenever the console and
 * its runs are killed.
 */
final class SentFiles {
  private static final String SAVED_BY_CONSOLE = ".sunlit-";

  private final Office office;
  private final List<SentFile> sent = new ArrayList<>();
  private final Set<String> received = new HashSet<>();
  private int names;

  SentFiles(Office office) {
    this.office = office;
  }

  /**
   * A file.
   *
   * @param fen of all its lines
   */
  record SentFile(String name, String text, String sha256, int lines, long fen) {

    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A file with the next name; its lines have vouchers of their own. */
  SentFile next(int lines) {
    return version("支付%03d-2020.csv".formatted(names++), lines, "100.25", 10_025);
  }

  /** Another file in place of one: the same vouchers with other amounts. */
  SentFile replacing(SentFile file) {
    return version(file.name(), file.lines(), "200.50", 20_050);
  }

  private static SentFile version(String name, int lines, String amount, long fen) {
    String text =
        String.join("\n", LargePayments.lines("K" + name.substring(2, 5), lines))
            .replace(",100.25", "," + amount);
    String sha256 = Sha256.sha256(text.getBytes(StandardCharsets.UTF_8));
    return new SentFile(name, text, sha256, lines, fen * lines);
  }

  /** Uploads a file; the connection may break at any moment. */
  HttpResponse<String> upload(
      Visitor visitor, SentFile file, boolean replaces, Function<byte[], BodyPublisher> body)
      throws IOException, InterruptedException {
    synchronized (this) {
      sent.add(file);
    }
    HttpResponse<String> answer =
        visitor.upload(
            "/2020/upload?name=%s%s"
                .formatted(
                    URLEncoder.encode(file.name(), StandardCharsets.UTF_8),
                    replaces ? "&replace=true" : ""),
            body.apply(file.bytes()));
    if (answer.statusCode() == 201) {
      synchronized (this) {
        received.add(file.sha256());
      }
    }
    return answer;
  }

  /** Nothing but whole files is in the inbox, in the books and in the archive; none is missing. */
  synchronized void verify() throws IOException {
    Set<String> known = sent.stream().map(SentFile::sha256).collect(Collectors.toSet());
    known.addAll(office.sql().sql("select sha256 from mend_submission").query(String.class).list());
    Set<String> there = new HashSet<>();
    for (Path file : files(office.ownInbox())) {
      if (!file.getFileName().toString().startsWith(SAVED_BY_CONSOLE)) {
        there.add(Sha256.sha256(Files.readAllBytes(file)));
      }
    }
    there.addAll(entered());
    assertThat(known).as("whole files in the inbox and in the books").containsAll(there);
    assertThat(there).as("files that were received").containsAll(expected());
    assertThat(entered()).as("deliveries").doesNotHaveDuplicates();
  }

  /** What was received and not replaced by a later file with its name. */
  private Set<String> expected() {
    Map<String, Set<String>> last = new HashMap<>();
    for (SentFile file : sent) {
      if (received.contains(file.sha256())) {
        last.put(file.name(), new HashSet<>(Set.of(file.sha256())));
      } else if (last.containsKey(file.name())) {
        // it may have been received, and the answer lost
        last.put(file.name(), Set.of());
      }
    }
    return last.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private List<String> entered() {
    return office
        .sql()
        .sql("select sha256 from delivery where starts_with(path, :own)")
        .param("own", FilePath.kept(office.ownInbox()) + "/")
        .query(String.class)
        .list();
  }

  /** After a last night: what was received counts once, line by line, and lies in the archive. */
  synchronized void verifyBooks() throws IOException {
    Set<String> archived = new HashSet<>();
    for (Path file : files(office.ownInbox().resolveSibling("var").resolve("archive"))) {
      assertThat(archived.add(Sha256.sha256(Files.readAllBytes(file)))).as("%s", file).isTrue();
    }
    assertThat(archived).as("archive").containsExactlyInAnyOrderElementsOf(entered());
    Map<String, List<Long>> counted = new HashMap<>();
    office
        .sql()
        .sql(
            """
            select d.sha256, count(*), count(distinct p.voucher), sum(p.amount)
            from live_payment p
            join delivery d on d.id = p.delivery_id
            group by d.sha256
            """)
        .query(
            (row, at) ->
                counted.put(
                    row.getString(1), List.of(row.getLong(2), row.getLong(3), row.getLong(4))))
        .list();
    assertThat(counted.keySet()).containsAll(expected());
    sent.stream()
        .filter(file -> counted.containsKey(file.sha256()))
        .forEach(
            file ->
                assertThat(counted.get(file.sha256()))
                    .as(file.name())
                    .containsExactly((long) file.lines(), (long) file.lines(), file.fen()));
    assertThat(
            office
                .sql()
                .sql("select count(*) - count(distinct voucher) from live_payment")
                .query(Long.class)
                .single())
        .as("vouchers that are there twice")
        .isZero();
  }

  /** The last file that was received and waits for a run. */
  synchronized Optional<SentFile> lastWaiting() {
    return sent.stream()
        .filter(file -> received.contains(file.sha256()))
        .filter(file -> Files.exists(office.ownInbox().resolve(file.name())))
        .reduce((first, second) -> second);
  }

  /** Whether files wait for a run. */
  boolean areWaiting() throws IOException {
    return files(office.ownInbox()).stream()
        .anyMatch(file -> !file.getFileName().toString().startsWith(SAVED_BY_CONSOLE));
  }

  /** What killed consoles have left of files that were never whole. */
  List<Path> leftovers() throws IOException {
    return files(office.ownInbox()).stream()
        .filter(file -> file.getFileName().toString().startsWith(SAVED_BY_CONSOLE))
        .toList();
  }

  @Override
  public String toString() {
    return "%d files sent, %d received for sure, %d deliveries of them"
        .formatted(sent.size(), received.size(), entered().size());
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
