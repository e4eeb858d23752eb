package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.NewAccount;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;

/** An administrator makes accounts and changes them; everybody looks after their own. */
@Tag("long")
class PeoplePageIT {
  private static final String PASSWORD = "a sentence nobody guesses 阳光";
  private static final String OTHER = "another sentence, as good 台账";
  private static Office office;
  private static ServedConsole console;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    console = ServedConsole.of(office);
  }

  @AfterAll
  static void close() {
    console.close();
    office.close();
  }

  @Test
  void anAdministratorMakesAnAccountChangesItAndItsSessionsEnd() {
    String code =
        office
            .the(Accounts.class)
            .add(
                new NewAccount(
                    "zhaoliu", "赵六", Optional.empty(), Set.of(AccountRole.ADMINISTRATOR)),
                AccessVia.CLI)
            .text();
    try (Person zhaoliu = Person.at(console);
        Person wangfang = Person.at(console)) {
      zhaoliu.activate("zhaoliu", code, PASSWORD).signIn("zhaoliu", PASSWORD).go("/users");
      zhaoliu.inspect();
      zhaoliu.go("/users/new").inspect();
      fillAccount(zhaoliu, "wangfang", "赵 六");
      zhaoliu.expectRefusals(1).page().click("main button");
      assertThat(zhaoliu.page().textContent(".fault")).contains("可能是同一人");
      zhaoliu.inspect();
      fillAccount(zhaoliu, "wangfang", "王芳");
      zhaoliu.page().click("main button");
      String wangfangs = zhaoliu.page().textContent("#activation-code");
      zhaoliu.inspect();

      wangfang.activate("wangfang", wangfangs, PASSWORD).signIn("wangfang", PASSWORD);
      wangfang.go("/account").inspect();
      wangfang.page().fill("#current", PASSWORD);
      wangfang.page().fill("#new-password", "password1234");
      wangfang.page().fill("#again", "password1234");
      wangfang.expectRefusals(1).page().click("text=改密码并重新登录");
      assertThat(wangfang.page().textContent(".fault")).contains("很容易被猜到");
      wangfang.page().fill("#current", PASSWORD);
      wangfang.page().fill("#new-password", OTHER);
      wangfang.page().fill("#again", OTHER);
      wangfang.page().click("text=改密码并重新登录");
      wangfang.signIn("wangfang", OTHER);

      zhaoliu.go("/users/wangfang").inspect();
      zhaoliu.page().check("#role-viewer");
      zhaoliu.page().click("button:has-text('改角色和单位')");
      assertThat(zhaoliu.page().textContent("[role=status]")).contains("角色或单位");
      wangfang.go("/account");
      assertThat(wangfang.page().url()).contains("/sign-in");
    }
  }

  private static void fillAccount(Person person, String login, String name) {
    person.page().fill("#login", login);
    person.page().fill("#name", name);
    person.page().check("#role-clerk");
    person.page().fill("#office", "教育局");
  }
}
