package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.testing.Office;

/**
 * Corrections that somebody writes and hands in, and what must be true of them whenever the console
 * and its runs are killed: each that was saved is a draft, or counts once.
 */
final class WrittenDrafts {
  private static final int AMOUNT = 7;
  private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([0-9a-f]+)\"");
  private static final Pattern SUBMITTED = Pattern.compile("/mend/submitted/([0-9]+)$");

  private final Office office;
  private final Map<String, Saved> saved = new TreeMap<>();
  private final List<Long> submitted = new ArrayList<>();
  private final Set<Long> done = new HashSet<>();
  private int amounts;

  WrittenDrafts(Office office) {
    this.office = office;
  }

  /** A line that can be corrected. */
  record WrongLine(long delivery, int number, String voucher) {}

  /** What its draft may be: more than one text while an answer is missing. */
  private record Saved(WrongLine line, Set<String> texts, boolean isThere) {}

  /** Writes the next amount into a line. */
  HttpResponse<String> save(Visitor visitor, WrongLine line)
      throws IOException, InterruptedException {
    String text = next(line);
    HttpResponse<String> answer =
        visitor.postJson(
            "/deliveries/%d/mend/cells".formatted(line.delivery()),
            "[{\"line\": %d, \"cell\": %d, \"text\": \"%s\"}]"
                .formatted(line.number(), AMOUNT, text));
    if (answer.statusCode() == 200) {
      synchronized (this) {
        saved.put(line.voucher(), new Saved(line, Set.of(text), true));
      }
    }
    return answer;
  }

  /** Whether a file is the beginning of a supplement. */
  static boolean isUnfinished(Path file) {
    return file.getFileName().toString().startsWith(".sunlit-mend-");
  }

  private synchronized String next(WrongLine line) {
    amounts++;
    String text = "%d.5".formatted(amounts);
    Saved before = saved.getOrDefault(line.voucher(), new Saved(line, Set.of(), false));
    Set<String> texts = new HashSet<>(before.texts());
    texts.add(text);
    saved.put(line.voucher(), new Saved(line, texts, before.isThere()));
    return text;
  }

  /** Hands in the drafts of a delivery. */
  HttpResponse<String> submit(Visitor visitor, long delivery)
      throws IOException, InterruptedException {
    String page = "/deliveries/%d/mend/submit".formatted(delivery);
    Matcher mark = MARK.matcher(visitor.get(page).body());
    HttpResponse<String> answer =
        visitor.post(page, Map.of("mark", mark.find() ? mark.group(1) : "none"));
    Matcher end = SUBMITTED.matcher(answer.headers().firstValue("location").orElse(""));
    if (end.find()) {
      synchronized (this) {
        submitted.add(Long.valueOf(end.group(1)));
        this.done.add(delivery);
      }
    }
    return answer;
  }

  /** Whether drafts of a delivery were handed in, perhaps without an answer. */
  boolean mayBeSubmitted(long delivery) {
    return !ids("select id from mend_submission where delivery_id = " + delivery).isEmpty();
  }

  /** Whether the console has said that the drafts of a delivery are handed in. */
  synchronized boolean isSubmitted(long delivery) {
    return done.contains(delivery);
  }

  /** Whether drafts wait for a run. */
  boolean areWaiting() {
    return !waiting().isEmpty();
  }

  private List<Long> waiting() {
    return ids("select submission_id from mend_draft where submission_id is not null");
  }

  /** Nothing that was saved is lost. From now on a draft has one text. */
  synchronized void verify() {
    saved.replaceAll((voucher, of) -> asItIs(of));
    assertThat(ids("select id from mend_submission")).containsAll(submitted);
  }

  private Saved asItIs(Saved of) {
    Optional<String> draft = draft(of.line());
    List<String> counted = counted(of.line());
    if (of.isThere()) {
      assertThat(draft.isPresent() || !counted.isEmpty())
          .as("%s: %s", of, recorded(of.line()))
          .isTrue();
    }
    draft.ifPresent(text -> assertThat(of.texts()).as("draft of %s", of).contains(text));
    assertThat(counted.size()).as("%s counted", of).isLessThanOrEqualTo(1);
    assertThat(of.texts()).as("%s counted", of).containsAll(counted);
    return draft.map(text -> new Saved(of.line(), Set.of(text), true)).orElse(of);
  }

  /** After a last night, when nothing is being handed in: each is a draft or counts, never both. */
  synchronized void verifyBooks() {
    verify();
    for (Saved of : saved.values()) {
      assertThat(draft(of.line()).isPresent() && !counted(of.line()).isEmpty())
          .as("%s is a draft and counts", of)
          .isFalse();
    }
    assertThat(
            ids(
                """
                select s.id
                from mend_submission s
                join delivery d on d.sha256 = s.sha256 and d.status = 'live'
                """))
        .containsAll(submitted)
        .doesNotHaveDuplicates();
    assertThat(waiting()).isEmpty();
  }

  @Override
  public String toString() {
    return "%d cells saved, %d lines of them count, %d submissions confirmed"
        .formatted(
            amounts,
            saved.values().stream().filter(of -> !counted(of.line()).isEmpty()).count(),
            submitted.size());
  }

  private Optional<String> draft(WrongLine line) {
    return office
        .sql()
        .sql("select text from mend_draft where delivery_id = :delivery and line = :line")
        .param("delivery", line.delivery())
        .param("line", line.number())
        .query(String.class)
        .optional();
  }

  /** What became of the supplements of a line. */
  private List<Map<String, Object>> recorded(WrongLine line) {
    return office
        .sql()
        .sql(
            """
            select d.id, d.status, d.name, d.named, d.supplements, d.supersedes, d.recheck,
              d.recount, s.line, s.original, p.amount, p.verdict,
              (select string_agg(f.rule || ' ' || coalesce(f.found, ''), '; ')
               from finding f
               where f.delivery_id = d.id and (f.line = s.line or f.line is null)) as findings
            from delivery d
            left join supplement_line s on s.delivery_id = d.id and s.original = :line
            left join payment p on p.delivery_id = d.id and p.line = s.line
            where :delivery in (d.named, d.supplements)
            union all
            select d.id, d.status, d.name, d.named, d.supplements, d.supersedes, d.recheck,
              d.recount, count(*)::integer, d.year, sum(p.amount)::bigint, p.verdict,
              (select string_agg(distinct f.rule, ' ') from finding f where f.delivery_id = d.id)
            from delivery d
            left join payment p on p.delivery_id = d.id
            where :delivery not in (d.named, d.supplements) or d.named is null
            group by d.id, p.verdict
            union all
            select d.id, d.status, d.name, d.named, d.supplements, d.supersedes, d.recheck,
              d.recount, p.line, d.year, 0, p.verdict,
              (select string_agg(f.rule || ' ' || coalesce(f.found, ''), '; ')
               from finding f
               where f.delivery_id = d.id and (f.line = p.line or f.line is null))
            from delivery d
            join project p on p.delivery_id = d.id
            order by 1
            """)
        .param("delivery", line.delivery())
        .param("line", line.number())
        .query()
        .listOfRows();
  }

  /** The amounts with which a line counts. */
  private List<String> counted(WrongLine line) {
    return office
        .sql()
        .sql("select amount from live_payment where voucher = :voucher")
        .param("voucher", line.voucher())
        .query(Long.class)
        .list()
        .stream()
        .map(fen -> BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString())
        .toList();
  }

  private List<Long> ids(String query) {
    return office.sql().sql(query).query(Long.class).list();
  }
}
