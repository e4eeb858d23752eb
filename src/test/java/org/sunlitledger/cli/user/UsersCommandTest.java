package org.sunlitledger.cli.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRefusal;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.NewAccount;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.testing.Office;

/** Accounts are made, listed, renamed and taken out of use from the command line. */
class UsersCommandTest {
  private static final Pattern CODE =
      Pattern.compile("Activation code of (\\S+): ((?:[A-Z2-9]{5}-){3}[A-Z2-9]{5})");

  private Office office;
  private Terminal terminal;

  @BeforeEach
  void open(@TempDir Path folder) {
    office = Office.ofTwoRoles(folder);
    terminal = new Terminal(office);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void anAccountIsMadeAndItsCodeIsShownOnceAndKeptAsAHash() {
    assertThat(terminal.run("users")).isZero();
    assertThat(terminal.out())
        .contains("./sunlit users add LOGIN --name NAME --role administrator");
    assertThat(
            terminal.run("users", "add", "wangfang", "--name", " 王芳 ", "--role", "clerk,reviewer"))
        .isZero();
    Matcher code = CODE.matcher(terminal.out());
    assertThat(code.find()).as(terminal.out()).isTrue();
    assertThat(code.group(1)).isEqualTo("wangfang");
    assertThat(terminal.run("users", "--json")).isZero();
    assertThat(terminal.out())
        .contains("\"name\" : \"王芳\"", "\"roles\" : \"clerk,reviewer\"", "\"state\" : \"invited\"");
    assertThat(
            office
                .sql()
                .sql("select count(*) from account a where a::text like '%' || :code || '%'")
                .param("code", code.group(2))
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(events()).containsExactly("account_made clerk, reviewer");
  }

  @Test
  void aSecondAccountOfOnePersonIsRefusedUntilBothNamesSayWhoTheyAre() {
    add("wangfang", "王芳", "clerk");
    for (String again :
        List.of("王芳", "王 芳", "王芳（局长）", "WANG Fang", "ｗａｎｇ　ｆａｎｇ", "王芳1", "王芳（教育局）")) {
      refused("may be the same person as account wangfang (王芳)", "wang2", again, "reviewer");
      assertThat(terminal.err()).contains("王芳（教育局）");
    }
    assertThat(terminal.run("users", "rename", "wangfang", "--name", "王芳（财政局）")).isZero();
    add("wang2", "王芳（教育局）", "reviewer");
  }

  @Test
  void anAccountDoesNotBecomeAnotherPersons() {
    add("wangfang", "王芳", "clerk");
    add("lisi", "李四", "reviewer");
    assertThat(terminal.run("users", "rename", "wangfang", "--name", "赵六")).isEqualTo(3);
    assertThat(terminal.err()).contains("Account wangfang belongs to 王芳");
    assertThat(terminal.run("users", "rename", "wangfang", "--name", "李四")).isEqualTo(3);
    assertThat(terminal.run("users", "rename", "nobody", "--name", "李四")).isEqualTo(3);
    assertThat(terminal.err()).contains("There is no account nobody");
  }

  @Test
  void whatCannotBeAnAccountIsRefusedWithItsReason() {
    add("wangfang", "王芳", "clerk");
    refused("belongs to 王芳", "wangfang", "李四", "clerk");
    refused("Login 'Li' is not possible", "Li", "李四", "clerk");
    refused("Login 'l' is not possible", "l", "李四", "clerk");
    refused("can be neither clerk nor reviewer", "lisi", "李四", "administrator,clerk");
    refused("A name has 1 to 60 letters", "lisi", "　", "clerk");
    refused("A name has 1 to 60 letters", "lisi", "李".repeat(61), "clerk");
    refused("A name has 1 to 60 letters", "lisi", "李\u0007四", "clerk");
    assertThat(terminal.run("users", "add", "lisi", "--name", "李四", "--role", "boss")).isEqualTo(2);
    assertThat(terminal.err()).contains("viewer, clerk, reviewer or administrator");
    assertThat(terminal.run("users", "add", "lisi", "--name", "李四")).isEqualTo(2);
    assertThat(office.the(Accounts.class).all()).hasSize(1);
  }

  @Test
  void theLastAdministratorStays() {
    add("admin", "赵六", "administrator");
    assertThat(terminal.run("users", "disable", "admin")).isEqualTo(3);
    add("admin2", "孙七", "administrator");
    assertThat(terminal.run("users", "disable", "admin")).isZero();
    assertThat(terminal.run("users", "disable", "admin2")).isEqualTo(3);
    assertThat(terminal.err()).contains("admin2 is the only administrator");
    assertThat(terminal.run("users", "enable", "admin")).isZero();
    assertThat(terminal.run("users", "invite", "admin")).isZero();
    assertThat(terminal.out()).containsPattern(CODE);
    assertThat(events())
        .containsExactly(
            "account_made administrator",
            "account_made administrator",
            "account_disabled ",
            "account_enabled ",
            "code_made ");
  }

  @Test
  void ofManyAtOnceOneGetsTheName() throws Exception {
    Accounts accounts = office.the(Accounts.class);
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> tries =
          List.of("a1", "a2", "a3", "a4").stream()
              .map(login -> (Callable<String>) () -> made(accounts, login))
              .toList();
      List<String> results =
          people.invokeAll(tries).stream().map(UsersCommandTest::result).sorted().toList();
      assertThat(results).containsExactly("NAME_TAKEN", "NAME_TAKEN", "NAME_TAKEN", "made");
    } finally {
      people.shutdown();
    }
  }

  /** The access log is append-only for the program and for the owner of the schema. */
  @Test
  void whatWasRecordedStays() {
    add("wangfang", "王芳", "clerk");
    for (String sql :
        List.of(
            "delete from access_event",
            "update access_event set detail = ''",
            "truncate access_event")) {
      assertThat(catchThrowable(() -> office.sql().sql(sql).update()))
          .as(sql)
          .isInstanceOf(DataAccessException.class);
    }
  }

  private static String made(Accounts accounts, String login) {
    try {
      accounts.add(
          new NewAccount(login, "王芳", Optional.empty(), Set.of(AccountRole.CLERK)), AccessVia.CLI);
      return "made";
    } catch (AccountRefusal refusal) {
      return refusal.because().name();
    }
  }

  private static String result(Future<String> done) {
    try {
      return done.get();
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  private void refused(String reason, String login, String name, String roles) {
    assertThat(terminal.run("users", "add", login, "--name", name, "--role", roles)).isEqualTo(3);
    assertThat(terminal.err()).contains(reason);
  }

  private void add(String login, String name, String roles) {
    assertThat(terminal.run("users", "add", login, "--name", name, "--role", roles))
        .as(terminal.err())
        .isZero();
  }

  private List<String> events() {
    return office
        .sql()
        .sql("select kind || ' ' || detail from access_event order by id")
        .query(String.class)
        .list();
  }
}
