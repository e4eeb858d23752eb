package org.sunlitledger.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.open.OpenDecisions;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.testing.Office;

/** What the first page says from the first file on, to each role. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomePageIT {
  private static Office office;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("zhoujie", "周洁", "教育局", AccountRole.CLERK)
            .add("lisi", "李四", AccountRole.REVIEWER)
            .add("chen", "陈九", AccountRole.VIEWER)
            .add("admin", "赵六", AccountRole.ADMINISTRATOR);
  }

  @Test
  @Order(1)
  void anEmptyYearSaysThatFilesAreToBeUploadedFirst() {
    try (Person wang = staff.person("wangfang")) {
      wang.go("/2020").inspect();
      assertThat(next(wang)).contains("还没有报送，上传第一批文件");
      assertThat(wang.page().locator(".next .button")).hasAttribute("href", "/2020/upload");
      assertThat(wang.page().locator("ol.steps > li")).hasCount(5);
    }
    try (Person chen = staff.person("chen")) {
      assertThat(next(chen.go("/2020"))).contains("由经办人员办理");
      assertThat(chen.page().locator(".next .button")).hasCount(0);
    }
  }

  @Test
  @Order(2)
  void whatWasRejectedIsTheNextStepOfWhoCanCorrectIt() {
    office
        .deliverAll(Path.of("src/test/resources/small-county/2020"))
        .deliver("教育局/microloan-2020.csv", "合同号,乡镇,村,借款人,身份证号,放款日期,到期日期,贷款金额,贷款银行", "1,2,3")
        .deliver("财政局/project-b-2020.csv", "项目编号,项目名称,项目类别,乡镇,计划总投资", "XM1,a,b,无此镇,1");
    office.night(2020);
    try (Person wang = staff.person("wangfang")) {
      wang.go("/2020").inspect();
      assertThat(next(wang)).contains("更正后重新报送");
      assertThat(wang.page().locator(".next .button")).hasAttribute("href", "/2020/findings");
      assertThat(wang.page().locator(".desk li").count()).isEqualTo(2);
      wang.go("/2020").speak("en").inspect();
      wang.speak("zh");
      wang.page().setViewportSize(390, 844);
      wang.inspect();
    }
    try (Person zhou = staff.person("zhoujie")) {
      zhou.go("/2020");
      assertThat(zhou.page().locator(".desk")).containsText("教育局/microloan-2020.csv");
      assertThat(zhou.page().locator("main")).not().containsText("财政局");
    }
  }

  @Test
  @Order(3)
  void aProposalAwaitsAReviewerWhoDidNotMakeIt() {
    List<Long> numbers =
        office.the(OpenItems.class).groups().stream().map(OpenItems.OpenGroup::first).toList();
    assertThat(office.the(OpenDecisions.class).setAside(numbers, "测试数据", "王芳"))
        .isInstanceOf(OpenDecisions.OpenDecided.class);
    try (Person lisi = staff.person("lisi")) {
      lisi.go("/2020").inspect();
      assertThat(lisi.page().locator(".top .waiting")).containsText("待办 2");
      assertThat(next(lisi)).contains("搁置等待复核");
      lisi.page().click(".next .button");
      assertThat(lisi.page().locator(".desk")).containsText("复核 1 项搁置");
    }
    try (Person wang = staff.person("wangfang")) {
      wang.go("/2020");
      assertThat(wang.page().locator(".top .waiting")).hasCount(0);
      assertThat(wang.page().locator(".desk")).containsText("待他人复核");
    }
  }

  @Test
  @Order(4)
  void whoOnlyAdministersIsLedToTheAccounts() {
    try (Person admin = Person.at(staff.console()).expectRefusals(2)) {
      admin.signIn("admin", Staff.PASSWORD);
      assertThat(admin.page().url()).endsWith("/users");
      admin.go("/2020");
      assertThat(admin.page().locator("h1")).containsText("您不能这样做");
    }
  }

  private static String next(Person person) {
    return person.page().textContent(".next");
  }
}
