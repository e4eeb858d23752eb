package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.SentFiles.SentFile;
import org.sunlitledger.console.WrittenDrafts.WrongLine;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.testing.Office;

/**
 * The console and the runs that it has started are killed at random moments of all their work, many
 * times, and started again. {@code -Dsunlit.kills=N} says how often, {@code -Dsunlit.kills.seed=N}
 * repeats the moments.
 */
@Tag("long")
class KilledConsoleIT {
  private static final int KILLS = Integer.getInteger("sunlit.kills", 50);
  private static final long SEED = Long.getLong("sunlit.kills.seed", System.nanoTime());
  private static final int WRONG_LINES = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration LAST_NIGHTS = Duration.ofMinutes(3);
  private static final String[] PROJECT = {
    "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金,自治区资金,市级资金,县级资金",
    "XM2020001,滨河饮水工程,基础设施,滨河镇,滨河镇人民政府,解决饮水,900000000,900000000,0,0,0"
  };

  /** What has just happened when the console is killed, some time later. */
  private enum Moment {
    BODY_BEGUN(700),
    BODY_SENT(60),
    RUN_ASKED_FOR(3_000),
    LINES_READ(300),
    CHECK_BEGUN(400),
    COUNTING_BEGUN(300),
    REPORT_BEGUN(400),
    DRAFT_SAVED(1_000),
    SUBMITTED(500),
    SUPPLEMENT_ENTERED(1_500);

    private final int mostMillis;

    Moment(int mostMillis) {
      this.mostMillis = mostMillis;
    }
  }

  private final Random random = new Random(SEED);
  private final Office office;
  private final SentFiles files;
  private final WrittenDrafts drafts;
  private List<List<WrongLine>> wrong = List.of();

  KilledConsoleIT(@TempDir Path folder) {
    office = Office.in(folder);
    files = new SentFiles(office);
    drafts = new WrittenDrafts(office);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whateverTheMomentNoFileIsHalfInNoDraftIsLostAndNoLineCountsTwice() throws Exception {
    System.out.printf("%d kills, seed %d%n", KILLS, SEED);
    prepare();
    List<Moment> moments = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      moments.add(Moment.values()[kill % Moment.values().length]);
    }
    Collections.shuffle(moments, random);
    for (Moment moment : moments) {
      workAndKill(moment);
      files.verify();
      drafts.verify();
    }
    verifyLastNight();
  }

  /** A project, deliveries of rejected payments for it, and somebody to correct them. */
  private void prepare() throws Exception {
    List<String> kinds = IntStream.rangeClosed(0, KILLS / 4).mapToObj("E%02d"::formatted).toList();
    office.deliver("project-2020.csv", PROJECT);
    for (String kind : kinds) {
      String lines = String.join("\n", LargePayments.lines(kind, WRONG_LINES));
      office.deliver(
          kind + "-2020.csv", lines.replace(",100.25", ",八百元").getBytes(StandardCharsets.UTF_8));
    }
    office.night(2020);
    assertThat(number("select count(*) from live_project")).as("accepted projects").isOne();
    wrong = kinds.stream().map(this::wrongLines).toList();
    try (ServedConsole console = ServedConsole.of(office)) {
      new Staff(office, console).add("wangfang", "王芳", AccountRole.CLERK);
    }
  }

  private List<WrongLine> wrongLines(String kind) {
    long delivery = number("select id from delivery where name = '%s-2020.csv'".formatted(kind));
    return IntStream.range(0, WRONG_LINES)
        .mapToObj(line -> new WrongLine(delivery, line + 2, "%s%06d".formatted(kind, line)))
        .toList();
  }

  private void workAndKill(Moment moment) throws Exception {
    long start = System.nanoTime();
    try (ServedConsole console = ServedConsole.of(office);
        ClerkAtWork clerk = new ClerkAtWork(signedIn(console), files, drafts)) {
      assertThat(files.leftovers()).as("supplements").noneMatch(WrittenDrafts::isUnfinished);
      BooleanSupplier hasCome = begin(moment, clerk);
      boolean isSoon = await(PATIENCE, () -> hasCome.getAsBoolean() || clerk.hasFailed());
      int later = random.nextInt(moment.mostMillis);
      Thread.sleep(later);
      clerk.expectKill();
      console.killWithRuns();
      System.out.printf(
          "killed %d ms after %s%s, %d ms after the start%n",
          later,
          moment,
          isSoon ? "" : ", which did not come",
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
  }

  private static Visitor signedIn(ServedConsole console) throws Exception {
    Visitor visitor = new Visitor(console);
    visitor.signIn("wangfang", Staff.PASSWORD);
    visitor.get("/2020/upload");
    return visitor;
  }

  /** Begins the work of which the moment is a part; returns when it has come. */
  private BooleanSupplier begin(Moment moment, ClerkAtWork clerk) {
    List<WrongLine> lines =
        wrong.stream()
            .filter(some -> !drafts.isSubmitted(some.get(0).delivery()))
            .findFirst()
            .orElseThrow();
    long deliveries = number("select count(*) from delivery");
    long lastRun = number("select coalesce(max(job_execution_id), 0) from batch_job_execution");
    if (moment == Moment.SUBMITTED || moment == Moment.SUPPLEMENT_ENTERED) {
      clerk.submit(lines);
    } else {
      clerk.save(lines);
    }
    return switch (moment) {
      case BODY_BEGUN -> {
        uploadMany(clerk);
        yield clerk::hasBegunBody;
      }
      case BODY_SENT -> {
        uploadMany(clerk);
        yield clerk::hasSentBody;
      }
      case RUN_ASKED_FOR -> {
        clerk.handIn(files.next(2_000));
        yield clerk::hasAskedForRun;
      }
      case LINES_READ -> {
        clerk.handIn(files.next(20_000));
        yield () ->
            number("select count(*) from delivery where status = 'loading' and lines_read > 0") > 0;
      }
      case CHECK_BEGUN -> inRun(clerk, lastRun, "check");
      case COUNTING_BEGUN -> inRun(clerk, lastRun, random.nextBoolean() ? "settle" : "roll-up");
      case REPORT_BEGUN -> inRun(clerk, lastRun, random.nextBoolean() ? "report" : "archive");
      case DRAFT_SAVED -> clerk::hasSavedCell;
      case SUBMITTED -> clerk::hasAskedForRun;
      case SUPPLEMENT_ENTERED -> () -> number("select count(*) from delivery") > deliveries;
    };
  }

  /** Two new files, and one in place of the last that waits for a run. */
  private void uploadMany(ClerkAtWork clerk) {
    List<SentFile> some =
        Stream.generate(() -> files.next(5_000 + random.nextInt(25_000))).limit(2).toList();
    clerk.upload(some, false);
    files.lastWaiting().ifPresent(file -> clerk.upload(List.of(files.replacing(file)), true));
  }

  private BooleanSupplier inRun(ClerkAtWork clerk, long lastRun, String step) {
    clerk.handIn(files.next(1_000 + random.nextInt(9_000)));
    return () ->
        number(
                """
                select count(*)
                from batch_step_execution
                where step_name = '%s' and job_execution_id > %d
                """
                    .formatted(step, lastRun))
            > 0;
  }

  private void verifyLastNight() throws Exception {
    try (ServedConsole console = ServedConsole.of(office)) {
      Visitor clerk = signedIn(console);
      assertThat(await(LAST_NIGHTS, () -> isAllTaken(clerk))).as("all is taken").isTrue();
    }
    for (Path left : files.leftovers()) {
      Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    }
    ServedConsole.of(office).close();
    assertThat(files.leftovers()).isEmpty();
    files.verifyBooks();
    drafts.verifyBooks();
    System.out.printf("%s; %s%n", files, drafts);
  }

  /** Whether nothing waits for a run any more; starts one if something does and none is going. */
  private boolean isAllTaken(Visitor clerk) {
    try {
      if (office.the(RunLock.class).holder().isPresent()) {
        return false;
      }
      if (!files.areWaiting()
          && !drafts.areWaiting()
          && number("select count(*) from batch_job_execution where end_time is null") == 0) {
        return true;
      }
      clerk.post("/2020/upload/run", Map.of());
      for (List<WrongLine> lines : wrong) {
        clerk.get("/deliveries/%d/mend".formatted(lines.get(0).delivery()));
      }
      return false;
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static boolean await(Duration most, BooleanSupplier condition) {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
    return true;
  }

  private long number(String query) {
    return office.sql().sql(query).query(Long.class).single();
  }
}
