package org.sunlitledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRefusal.RefusedBecause;
import org.sunlitledger.testing.Office;

/** One person has one account, whatever the spelling, and what happens to accounts is recorded. */
class AccountsTest {
  private static final String CLERK = "clerk";
  private static Office office;
  private static Accounts accounts;

  @BeforeAll
  static void open(@TempDir Path folder) {
    office = Office.in(folder);
    accounts = office.the(Accounts.class);
  }

  @BeforeEach
  void nobodyHasAnAccount() {
    execute("alter table access_event disable trigger access_event_append_only");
    execute("truncate account, access_event cascade");
    execute("alter table access_event enable trigger access_event_append_only");
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void theCodeIsKeptAsAHashOnly() {
    ActivationCode code = add("wangfang", "王芳", CLERK);
    assertThat(code.text()).matches("([A-HJ-NP-Z2-9]{5}-){3}[A-HJ-NP-Z2-9]{5}");
    String row = office.sql().sql("select a::text from account a").query(String.class).single();
    assertThat(row)
        .contains(ActivationCode.hash(" " + code.text().toLowerCase(Locale.ROOT)))
        .doesNotContain(code.text());
    assertThat(add("lisi", "李四", CLERK).text()).isNotEqualTo(code.text());
  }

  @Test
  void aSecondAccountOfOnePersonIsRefusedUntilBothNamesSayWhoTheyAre() {
    add("wangfang", "王芳", CLERK);
    for (String again :
        List.of("王芳", "王 芳", "王芳（局长）", "WANG Fang", "ｗａｎｇ　ｆａｎｇ", "王芳1", "王芳（教育局）")) {
      assertThat(refused("wang2", again, CLERK)).as(again).isEqualTo(RefusedBecause.NAME_TAKEN);
    }
    accounts.rename("wangfang", "王芳（财政局）", AccessVia.CLI);
    add("wang2", "王芳（教育局）", "reviewer");
    assertThat(accounts.all()).extracting(Account::name).containsExactly("王芳(教育局)", "王芳(财政局)");
  }

  /** The rule of the database holds where the program is passed over. */
  @Test
  void theDatabaseRefusesASecondAccountOfOneName() {
    add("wangfang", "王芳", CLERK);
    assertThatThrownBy(
            () ->
                execute(
                    "insert into account (login, name, roles, created_at) values ('w', ' 王　芳', '{clerk}', now())"))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void anAccountDoesNotBecomeAnotherPersons() {
    add("wangfang", "王芳", CLERK);
    add("lisi", "李四", "reviewer");
    assertThat(renamed("wangfang", "赵六")).isEqualTo(RefusedBecause.OTHER_PERSON);
    assertThat(renamed("wangfang", "李四")).isEqualTo(RefusedBecause.OTHER_PERSON);
    assertThat(renamed("wangfang", "王".repeat(61))).isEqualTo(RefusedBecause.NAME_FORM);
    assertThat(renamed("nobody", "李四")).isEqualTo(RefusedBecause.UNKNOWN);
  }

  @Test
  void whatCannotBeAnAccountIsRefused() {
    add("wangfang", "王芳", CLERK);
    assertThat(refused("wangfang", "李四", CLERK)).isEqualTo(RefusedBecause.LOGIN_TAKEN);
    for (String login : List.of("Li", "l", "李四", "li si", "li/../x", "4li", "l".repeat(33), "")) {
      assertThat(refused(login, "李四", CLERK)).as(login).isEqualTo(RefusedBecause.LOGIN_FORM);
    }
    for (String name : List.of("", "　", "李".repeat(61), "李\u0007四")) {
      assertThat(refused("lisi", name, CLERK)).as(name).isEqualTo(RefusedBecause.NAME_FORM);
    }
    assertThat(refused("lisi", "李四")).isEqualTo(RefusedBecause.NO_ROLE);
    assertThat(refused("lisi", "李四", "administrator", CLERK))
        .isEqualTo(RefusedBecause.ADMINISTRATOR_ALONE);
    assertThat(refused("lisi", "李四", "administrator", "reviewer"))
        .isEqualTo(RefusedBecause.ADMINISTRATOR_ALONE);
    assertThat(accounts.all()).hasSize(1);
  }

  @Test
  void theLastAdministratorStaysAndEverythingIsRecorded() {
    add("admin", "赵六", "administrator");
    assertThat(disabled("admin")).isEqualTo(RefusedBecause.LAST_ADMINISTRATOR);
    add("admin2", "孙七", "administrator");
    accounts.setDisabled("admin", true, AccessVia.CLI);
    assertThat(disabled("admin2")).isEqualTo(RefusedBecause.LAST_ADMINISTRATOR);
    accounts.setDisabled("admin", false, AccessVia.CLI);
    accounts.invite("admin", AccessVia.CLI);
    assertThat(
            office
                .sql()
                .sql("select kind || ' ' || detail from access_event order by id")
                .query(String.class)
                .list())
        .containsExactly(
            "account_made administrator",
            "account_made administrator",
            "account_disabled ",
            "account_enabled ",
            "code_made ");
  }

  @Test
  void whatWasRecordedStays() {
    add("wangfang", "王芳", CLERK);
    for (String sql :
        List.of(
            "delete from access_event",
            "update access_event set detail = ''",
            "truncate access_event",
            "delete from account")) {
      assertThatThrownBy(() -> execute(sql)).as(sql).isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void ofManyAtOnceOneGetsTheName() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> tries =
          List.of("a1", "a2", "a3", "a4").stream()
              .map(login -> (Callable<String>) () -> made(login))
              .toList();
      List<String> results = new ArrayList<>();
      for (Future<String> done : people.invokeAll(tries)) {
        results.add(done.get());
      }
      assertThat(results)
          .containsExactlyInAnyOrder("NAME_TAKEN", "NAME_TAKEN", "NAME_TAKEN", "made");
    } finally {
      people.shutdown();
    }
  }

  private static String made(String login) {
    try {
      add(login, "王芳", CLERK);
      return "made";
    } catch (AccountRefusal refusal) {
      return refusal.because().name();
    }
  }

  private static ActivationCode add(String login, String name, String... roles) {
    Set<AccountRole> all =
        List.of(roles).stream()
            .map(role -> AccountRole.find(role).orElseThrow())
            .collect(Collectors.toSet());
    return accounts.add(new NewAccount(login, name, Optional.empty(), all), AccessVia.CLI);
  }

  private static RefusedBecause refused(String login, String name, String... roles) {
    return because(() -> add(login, name, roles));
  }

  private static RefusedBecause renamed(String login, String name) {
    return because(() -> accounts.rename(login, name, AccessVia.CLI));
  }

  private static RefusedBecause disabled(String login) {
    return because(() -> accounts.setDisabled(login, true, AccessVia.CLI));
  }

  private static RefusedBecause because(Runnable change) {
    try {
      change.run();
    } catch (AccountRefusal refusal) {
      return refusal.because();
    }
    throw new AssertionError("not refused");
  }

  private static void execute(String sql) {
    office.sql().sql(sql).update();
  }
}
