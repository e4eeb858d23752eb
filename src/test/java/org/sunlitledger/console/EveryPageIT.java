package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.PageLook;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.console.browser.Telephone;
import org.sunlitledger.console.door.Addresses;

/**
 * Goes over every page of the console, in both languages, on a laptop's screen and on a
 * telephone's. A page that is not visited fails the test.
 */
@Tag("long")
class EveryPageIT {
  /** What answers no page of its own, and why. */
  private static final Map<String, String> NO_PAGES =
      Map.ofEntries(
          Map.entry("/", "sends on to the last year"),
          Map.entry("/error", "seen below as what is not there and what is refused"),
          Map.entry("/assets/**", "file"),
          Map.entry("/webjars/**", "file"),
          Map.entry("/second-factor/picture", "picture"),
          Map.entry("/still-here", "nothing"),
          Map.entry("/runs/{id}/progress", "part of a page"),
          Map.entry("/runs/{id}/events", "stream"),
          Map.entry("/{year}/upload/check", "part of a page"),
          Map.entry("/{year}/upload/preview", "part of a page"),
          Map.entry("/{year}/upload/result", "part of a page"),
          Map.entry("/{year}/deliveries.{ending}", "download"),
          Map.entry("/deliveries/{id}/original", "download"),
          Map.entry("/deliveries/{id}/rejects.xlsx", "download"),
          Map.entry("/{year}/reports/{name}/file.{ending}", "download"),
          Map.entry("/{year}/reconciliation/proof", "part of a page"),
          Map.entry("/{year}/reconciliation/statement.{ending}", "download, or as it prints"),
          Map.entry("/{year}/reconciliation/ledger/check", "part of a page"),
          Map.entry("/{year}/reconciliation/ledger/preview", "part of a page"),
          Map.entry("/{year}/figures.{ending}", "download"),
          Map.entry("/{year}/figures/{id}/lines.{ending}", "download"),
          Map.entry("/{year}/figures/{id}/lines/sum", "part of a page"),
          Map.entry("/{year}/discrepancies.{ending}", "download"),
          Map.entry("/{year}/discrepancies/work-list.xlsx", "download"),
          Map.entry("/registers/{name}/empty.xlsx", "download"),
          Map.entry("/{year}/close/{number}/page", "of a closed year, see ClosePagesIT"),
          Map.entry("/{year}/close/{number}/snapshot.zip", "download"),
          Map.entry("/{year}/restatement/{figure}", "of a closed year, see ClosePageIT"),
          Map.entry("/{year}/restatement.csv", "download"),
          Map.entry("/{year}/audit.{ending}", "download"),
          Map.entry("/access.{ending}", "download"));

  private static BusyOffice office;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = BusyOffice.in(folder);
    office
        .staff()
        .add("qianqi", "钱七", AccountRole.REVIEWER)
        .add("zhaoliu", "赵六", AccountRole.ADMINISTRATOR);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void noPageIsLeftOut() {
    assertThat(
            Stream.of(
                    atTheDoor().keySet(),
                    halfIn().keySet(),
                    staff().keySet(),
                    administrator().keySet(),
                    NO_PAGES.keySet())
                .flatMap(Set::stream))
        .containsExactlyInAnyOrderElementsOf(Addresses.gets());
  }

  @Test
  void theDoor() {
    try (Person nobody = Person.at(office.console())) {
      visit(nobody, "/sign-in", addresses(atTheDoor()));
      nobody.go("/activate").speak("zh").type("登录名", "wuba").type("激活码", "ABCD-EFGH");
      nobody.type("新密码", Staff.PASSWORD).type("再输一次新密码", Staff.PASSWORD);
      nobody.expectRefusals(1).use("设置密码").see("激活码");
      new PageLook(nobody, "activate-fault").everywhere();
      nobody.go("/sign-in").type("登录名", "nobody").type("密码", "wrong").use("登录");
      new PageLook(nobody, "sign-in-fault").everywhere();
    }
    for (String page : addresses(halfIn())) {
      try (Person qianqi = Person.at(office.console())) {
        qianqi.go("/sign-in").type("登录名", "qianqi").type("密码", Staff.PASSWORD).use("登录");
        qianqi.page().waitForURL("**" + page);
        visit(qianqi, page, List.of(page));
        if (page.endsWith("/set-up")) {
          Telephone.setUp("qianqi", qianqi.page().textContent("#seed"));
          qianqi.page().fill("#code", Telephone.code("qianqi"));
          qianqi.page().click("main button");
        }
      }
    }
  }

  @Test
  void theBooks() {
    try (Person wangfang = office.staff().person("wangfang")) {
      visit(wangfang, "/2020", addresses(staff()));
      visit(
          wangfang,
          "/1999",
          List.of(
              "/1999",
              "/1999/upload",
              "/1999/deliveries",
              "/1999/findings",
              "/1999/reports",
              "/1999/audit",
              "/2020/deliveries?text=none-of-this-name",
              "/rules?q=none-of-this-name"));
      wangfang.expectRefusals(4);
      visit(wangfang, "/2020", List.of("/deliveries/999", "/users"));
      wangfang.go(office.submitAddress()).speak("zh").expectRefusals(1).use("提交 1 行");
      new PageLook(wangfang, "submit-fault").everywhere();
    }
  }

  @Test
  void thePeople() {
    try (Person zhaoliu = office.staff().person("zhaoliu")) {
      visit(zhaoliu, "/users", addresses(administrator()));
      zhaoliu.go("/users/new").speak("zh").type("登录名", "other").type("姓名", "王 芳").use("查阅");
      zhaoliu.expectRefusals(1).use("建账号并显示激活码").see("可能是同一人");
      new PageLook(zhaoliu, "user-fault").everywhere();
    }
  }

  private static void visit(Person person, String home, List<String> addresses) {
    for (String language : List.of("zh", "en")) {
      person.go(home + "?lang=" + language);
      for (String address : addresses) {
        person.go(address);
        new PageLook(person, address.substring(1) + " " + language).everywhere();
      }
    }
  }

  private static List<String> addresses(Map<String, List<String>> pages) {
    return pages.values().stream().flatMap(List::stream).toList();
  }

  private static Map<String, List<String>> atTheDoor() {
    return pages(List.of("/sign-in"), List.of("/activate"));
  }

  private static Map<String, List<String>> halfIn() {
    return pages(List.of("/second-factor/set-up"), List.of("/second-factor"));
  }

  private static Map<String, List<String>> administrator() {
    return pages(
        List.of("/users"),
        List.of("/users/new"),
        List.of("/users/{login}", "/users/wangfang"),
        List.of("/access"));
  }

  private static Map<String, List<String>> staff() {
    return pages(
        List.of("/again"),
        List.of("/{year}", "/2020"),
        List.of("/runs"),
        List.of("/runs/{id}", "/runs/1", "/runs/" + office.lastRun()),
        List.of("/{year}/upload", "/2020/upload", "/2020/upload?run=" + office.lastRun()),
        List.of("/{year}/deliveries", "/2020/deliveries"),
        List.of(
            "/deliveries/{id}", office.mended(), office.refused(), office.asked(), office.good()),
        List.of(
            "/deliveries/{id}/lines/{line}",
            office.mended() + "/lines/3",
            office.good() + "/lines/3"),
        List.of("/{year}/findings", "/2020/findings"),
        List.of(
            "/deliveries/{id}/mend",
            office.mended() + "/mend",
            office.mended() + "/mend?columns=all",
            office.personal() + "/mend"),
        List.of("/deliveries/{id}/mend/submit", office.submitAddress()),
        List.of("/deliveries/{id}/mend/submitted/{submission}", office.submitted()),
        List.of("/{year}/reports", "/2020/reports"),
        List.of("/{year}/reports/{name}", "/2020/reports/annual-2019"),
        List.of("/{year}/figures", "/2020/figures", "/2020/figures?missing=true"),
        List.of("/{year}/figures/{id}", "/2020/figures/F11", "/2020/figures/F12"),
        List.of("/{year}/figures/{id}/proof", "/2020/figures/F11/proof"),
        List.of("/{year}/figures/{id}/lines", "/2020/figures/F11/lines"),
        List.of("/{year}/reconciliation", "/2020/reconciliation"),
        List.of("/{year}/discrepancies", "/2020/discrepancies"),
        List.of("/{year}/discrepancies/{id}", office.discrepancy()),
        List.of("/rules"),
        List.of("/registers"),
        List.of("/registers/{name}", "/registers/subsidy"),
        List.of("/{year}/close", "/2020/close"),
        List.of("/{year}/restatement", "/2020/restatement"),
        List.of("/{year}/audit", "/2020/audit"),
        List.of("/account"));
  }

  /**
   * Each is a pattern and the addresses that are visited; only the pattern where it is the address.
   */
  @SafeVarargs
  private static Map<String, List<String>> pages(List<String>... pages) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (List<String> page : pages) {
      all.put(page.get(0), page.size() == 1 ? page : new ArrayList<>(page.subList(1, page.size())));
    }
    return all;
  }
}
