package org.sunlitledger.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.console.ServedConsole;
import org.sunlitledger.console.Visitor;

/**
 * People at work in the console while nights run one after another: how long a click takes, and how
 * much longer a night takes. Nights without anybody at work come before and after.
 */
final class ConsoleLoad {
  private static final int QUIET_NIGHTS = 2;
  private static final String PASSWORD = "thirty people click at night 阳光";
  private static final String NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏";
  private static final Pattern CODE = Pattern.compile("([A-Z2-9]{5}-){3}[A-Z2-9]{5}");

  private final Path work;
  private final int rows;
  private final int people;
  private final Duration time;
  private final BenchFile files;
  private int nights;

  ConsoleLoad(Path work, int rows, int people, Duration time) {
    this.work = work;
    this.rows = rows;
    this.people = people;
    this.time = time;
    this.files = new BenchFile(rows);
  }

  void run() throws Exception {
    OurNight ours = OurNight.onItsOwnServer(work);
    Path roll = Files.createDirectories(work.resolve("roll"));
    files.writeRoll(roll.resolve("household-2020.csv"));
    ours.night(roll);
    next(ours);
    try (ServedConsole console = ServedConsole.started(sunlit("serve", "--port", "0"))) {
      Clicks clicks = new Clicks();
      List<Clerk> clerks = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        clerks.add(new Clerk(signedIn(console, "clerk%02d".formatted(i), i), clicks, i));
      }
      List<Long> quiet = new ArrayList<>();
      quiet.addAll(several(ours));
      long processor = processorTime();
      long begun = System.nanoTime();
      List<Thread> working = clerks.stream().map(Thread::new).toList();
      working.forEach(Thread::start);
      List<Long> busy = new ArrayList<>();
      while (System.nanoTime() - begun < time.toNanos()) {
        busy.add(next(ours));
      }
      clerks.forEach(Clerk::goHome);
      for (Thread clerk : working) {
        clerk.join();
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      double share =
          (processorTime() - processor)
              / 1e9
              / seconds
              / Runtime.getRuntime().availableProcessors();
      quiet.addAll(several(ours));
      clicks.print();
      System.out.printf(
          "%d people for %.0f s; the clicks took %.1f%% of the processors%n",
          people, seconds, 100 * share);
      System.out.printf(
          "nights of %,d lines: quiet %s s, busy %s s, ratio of medians %.2f%n",
          rows, seconds(quiet), seconds(busy), (double) median(busy) / median(quiet));
    }
  }

  private List<Long> several(OurNight ours) throws Exception {
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < QUIET_NIGHTS; i++) {
      took.add(next(ours));
    }
    return took;
  }

  /** One more night, with a file of its own. */
  private long next(OurNight ours) throws Exception {
    Path inbox = Files.createDirectories(work.resolve("night" + nights));
    Path file = inbox.resolve("subsidy-%d-2020.csv".formatted(nights));
    files.writeSubsidies(file, work.resolve("good.csv"), nights++ * rows, rows);
    long took = ours.night(inbox);
    Files.delete(file);
    System.out.printf("night %d: %.1f s%n", nights, took / 1000.0);
    return took;
  }

  private Visitor signedIn(ServedConsole console, String login, int number) throws Exception {
    Process adding =
        sunlit("users", "add", login, "--name", name(number), "--role", "clerk")
            .redirectErrorStream(true)
            .start();
    String said = new String(adding.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher code = CODE.matcher(said);
    if (!code.find()) {
      throw new IOException(said);
    }
    Visitor visitor = new Visitor(console);
    visitor.get("/activate");
    visitor.post(
        "/activate",
        Map.of("login", login, "code", code.group(), "password", PASSWORD, "again", PASSWORD));
    visitor.signIn(login, PASSWORD);
    return visitor;
  }

  /** Nobody has the name of somebody else. */
  private static String name(int number) {
    return "" + NAMES.charAt(number / NAMES.length()) + NAMES.charAt(number % NAMES.length());
  }

  private ProcessBuilder sunlit(String... arguments) {
    List<String> command = new ArrayList<>(List.of(Path.of("sunlit").toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("SUNLIT_FOLDER", work.resolve("var").toString());
    process.environment().put("SUNLIT_INTAKE_SECRET", "bench");
    process.environment().put("SUNLIT_OUT", work.resolve("out").toString());
    process.environment().put("SUNLIT_INTAKE_INBOX", work.resolve("inbox").toString());
    return process;
  }

  private static long processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  private static List<String> seconds(List<Long> times) {
    return times.stream().map(time -> "%.1f".formatted(time / 1000.0)).toList();
  }
}
