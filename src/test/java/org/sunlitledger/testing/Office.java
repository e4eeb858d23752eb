package org.sunlitledger.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.cli.shell.PreparedParts;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.intake.inbox.Inbox;
import org.sunlitledger.job.Nightly;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.open.OpenItems;

/** The whole program on a database of its own, with an inbox to put files into. */
public final class Office implements AutoCloseable {
  private final Path folder;
  private final TestServer.Database database;
  private final ConfigurableApplicationContext context;

  private Office(Path folder, TestServer.Database database, Map<String, Object> settings) {
    this.folder = folder;
    this.database = database;
    Map<String, Object> properties = new HashMap<>();
    properties.put("spring.datasource.url", database.url());
    properties.put("spring.datasource.username", database.owner().name());
    properties.put("spring.datasource.password", database.owner().secret());
    properties.put("spring.datasource.hikari.maximum-pool-size", "6");
    properties.put("sunlit.folder", folder.resolve("var").toString());
    properties.put("sunlit.intake.inbox", ownInbox().toString());
    properties.put("sunlit.intake.quiet-period", "0s");
    properties.putAll(settings);
    // as arguments, which go before the environment in which the tests run
    context =
        new SpringApplicationBuilder(PreparedParts.class)
            .main(PreparedParts.class)
            .web(WebApplicationType.NONE)
            .run(
                properties.entrySet().stream()
                    .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                    .toArray(String[]::new));
  }

  /** An office with nothing in it yet; its files go below the folder. */
  public static Office in(Path folder) {
    return in(folder, Map.of());
  }

  /** The same with settings of its own. */
  public static Office in(Path folder, Map<String, Object> settings) {
    return new Office(folder, TestServer.freshDatabase(), settings);
  }

  /** An office whose program works as the role that does not own the schema. */
  public static Office ofTwoRoles(Path folder) {
    return ofTwoRoles(folder, Map.of());
  }

  /** The same with settings of its own. */
  public static Office ofTwoRoles(Path folder, Map<String, Object> settings) {
    TestServer.Database database = TestServer.freshDatabase();
    Map<String, Object> all = new HashMap<>(settings);
    all.put("spring.datasource.username", database.worker().name());
    all.put("spring.datasource.password", database.worker().secret());
    all.put("spring.flyway.user", database.owner().name());
    all.put("spring.flyway.password", database.owner().secret());
    return new Office(folder, database, all);
  }

  /** The same office with other settings, as after a change of its definitions. */
  public Office again(Map<String, Object> settings) {
    return new Office(folder, database, settings);
  }

  public <T> T the(Class<T> part) {
    return context.getBean(part);
  }

  /** All parts of a kind. */
  public <T> List<T> all(Class<T> kind) {
    return List.copyOf(context.getBeansOfType(kind).values());
  }

  /** Environment with which another process works in the same office, under the two roles. */
  public Map<String, String> environment() {
    return Map.of(
        "SPRING_DATASOURCE_URL", database.url(),
        "SPRING_DATASOURCE_USERNAME", database.worker().name(),
        "SPRING_DATASOURCE_PASSWORD", database.worker().secret(),
        "SPRING_FLYWAY_USER", database.owner().name(),
        "SPRING_FLYWAY_PASSWORD", database.owner().secret(),
        "SUNLIT_FOLDER", folder.resolve("var").toString(),
        "SUNLIT_INTAKE_INBOX", ownInbox().toString(),
        "SUNLIT_INTAKE_QUIET_PERIOD", "0s",
        "SUNLIT_OUT", out().toString(),
        "SUNLIT_LANGUAGE", "en");
  }

  public JdbcClient sql() {
    return the(JdbcClient.class);
  }

  /** The names of all tables in which a text is anywhere. */
  public List<String> tablesWith(String text) {
    return sql()
        .sql("select table_name from information_schema.tables where table_schema = 'public'")
        .query(String.class)
        .list()
        .stream()
        .filter(
            table ->
                sql()
                    .sql(
                        "select exists (select from \"%s\" t where strpos(t::text, :text) > 0)"
                            .formatted(table))
                    .param("text", text)
                    .query(Boolean.class)
                    .single())
        .toList();
  }

  /** The folder that {@link #night} reads. */
  public Path inbox() {
    return folder.resolve("inbox");
  }

  public Path out() {
    return folder.resolve("out");
  }

  /** The configured inbox, which another process reads unless it is given another one. */
  public Path ownInbox() {
    return folder.resolve("own-inbox");
  }

  /** Puts a file into the inbox: a header and lines, each a line of CSV. */
  public Office deliver(String name, String... lines) {
    return deliver(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public Office deliver(String name, byte[] bytes) {
    try {
      Path file = inbox().resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** Puts every file of a folder into the inbox. */
  public Office deliverAll(Path from) {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        deliver(file.getFileName().toString(), Files.readAllBytes(file));
      }
      return this;
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** One nightly run over the inbox. */
  public Outcome night(int year) {
    try {
      Files.createDirectories(inbox());
      Outcome outcome = the(Nightly.class).run(year, Optional.of(inbox()), out());
      the(Nightly.class).reported(outcome);
      return outcome;
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** A year-end run with a ledger; with the one before when there is none. */
  public YearEnd.YearEndResult yearEnd(int year, Path... ledger) {
    try {
      return the(YearEnd.class).run(year, List.of(ledger), Optional.empty(), out());
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** Writes a ledger that is in no inbox: a header and lines, each a line of CSV. */
  public Path ledger(String name, String... lines) {
    try {
      Path file = folder.resolve("ledgers").resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** The figures of a year as printed, those without a value left out. */
  public Map<String, String> figures(int year) {
    return the(Figures.class).of(year).stream()
        .filter(figure -> figure.text().isPresent())
        .collect(Collectors.toMap(f -> f.figure().id(), f -> f.text().orElseThrow()));
  }

  /** What was found, as {@code file:line rule column=found}. */
  public List<String> findings() {
    return the(Findings.class).list(Optional.empty(), Optional.empty(), true).stream()
        .map(
            told ->
                "%s:%d %s %s=%s"
                    .formatted(told.file(), told.line(), told.rule(), told.column(), told.found()))
        .toList();
  }

  /** What is open and not set aside, as {@code file: kind count subject}. */
  public List<String> open() {
    return the(OpenItems.class).groups().stream()
        .map(
            group ->
                "%s: %s %d %s"
                    .formatted(group.file(), group.kind(), group.count(), group.subject())
                    .strip())
        .toList();
  }

  /** Looks through the inbox and reads nothing yet, as a run that is killed then. */
  public void scan(int year) {
    try {
      the(Inbox.class).scan(inbox(), year, OffsetDateTime.now(the(Clock.class)));
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
