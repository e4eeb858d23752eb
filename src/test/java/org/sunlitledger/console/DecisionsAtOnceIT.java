package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.reconcile.PlantedDiscrepancy;
import org.sunlitledger.reconcile.decision.Decisions;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.testing.Office;

/** Two people decide the same at the same moment: one wins, the other reads who and when. */
@Tag("long")
class DecisionsAtOnceIT {
  private static final int PAIRS = 50;

  private static Office office;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office.night(2020);
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("zhoujie", "周洁", AccountRole.CLERK)
            .add("lisi", "李四", AccountRole.REVIEWER)
            .add("zhaoliu", "赵六", AccountRole.REVIEWER);
  }

  @Test
  void ofFiftyPairsWhoResolveOneWinsEach() throws Exception {
    List<Long> ids = plant("resolved-at-once");
    List<Visitor> pair = List.of(staff.visitor("wangfang"), staff.visitor("zhoujie"));
    List<String> names = List.of("王芳", "周洁");
    assertOneWinsEach(
        ids, pair, names, "resolve", Map.of("as", "explained", "why", "同时写下的理由"), "已由 %s 于 ");
    assertThat(events("resolve", ids)).isEqualTo(PAIRS);
  }

  @Test
  void ofFiftyPairsWhoApproveOneWinsEach() throws Exception {
    List<Long> ids = plant("approved-at-once");
    ids.forEach(id -> office.the(Decisions.class).resolve(id, Resolution.WAIVED, "保留", "孙七"));
    Visitor lisi = staff.visitor("lisi");
    lisi.showTelephone("lisi");
    Visitor zhao = staff.visitor("zhaoliu");
    zhao.showTelephone("zhaoliu");
    assertOneWinsEach(
        ids, List.of(lisi, zhao), List.of("李四", "赵六"), "approve", Map.of(), "已由 %s 于 ");
    assertThat(events("approve", ids)).isEqualTo(PAIRS);
  }

  @Test
  void inTwoBrowsersTheSecondReadsWhoAndKeepsWhatWasTyped() {
    long id = PlantedDiscrepancy.plant(office, "ledger-only", "two-browsers", "error", 5500);
    String address = "/2020/discrepancies/" + id;
    try (Person wang = staff.person("wangfang");
        Person zhou = staff.person("zhoujie").expectRefusals(1)) {
      wang.go(address);
      zhou.go(address);
      wang.page().check("input[value=explained]");
      wang.page().fill("#why", "银行回单已附");
      zhou.page().check("input[value=waived]");
      zhou.page().fill("#why", "我也查过了");
      wang.page().click("#decide ~ form button");
      wang.see("已处理，待他人复核。");
      zhou.page().click("#decide ~ form button");
      zhou.see("已由 王芳 于 ").see("您填写的理由：我也查过了");
      zhou.inspect();
    }
  }

  private static void assertOneWinsEach(
      List<Long> ids,
      List<Visitor> pair,
      List<String> names,
      String decision,
      Map<String, String> form,
      String loser)
      throws Exception {
    for (Visitor visitor : pair) {
      visitor.get("/2020/discrepancies/" + ids.get(0));
    }
    ExecutorService all = Executors.newFixedThreadPool(2 * PAIRS);
    try {
      CyclicBarrier together = new CyclicBarrier(2 * PAIRS);
      List<List<Future<HttpResponse<String>>>> answers = new ArrayList<>();
      for (long id : ids) {
        String address = "/2020/discrepancies/%d/%s".formatted(id, decision);
        answers.add(
            pair.stream()
                .map(
                    visitor ->
                        all.submit(
                            (Callable<HttpResponse<String>>)
                                () -> {
                                  together.await();
                                  return visitor.post(address, form);
                                }))
                .toList());
      }
      for (List<Future<HttpResponse<String>>> both : answers) {
        List<HttpResponse<String>> two = List.of(both.get(0).get(), both.get(1).get());
        int winner = two.get(0).statusCode() == 302 ? 0 : 1;
        assertThat(two.get(winner).statusCode()).isEqualTo(302);
        assertThat(two.get(1 - winner).statusCode()).isEqualTo(422);
        assertThat(two.get(1 - winner).body()).contains(loser.formatted(names.get(winner)));
        assertThat(two.get(1 - winner).body()).contains(form.getOrDefault("why", ""));
      }
    } finally {
      all.shutdownNow();
    }
  }

  private static List<Long> plant(String key) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      ids.add(PlantedDiscrepancy.plant(office, "ledger-only", key + "-" + i, "error", 100));
    }
    return ids;
  }

  private static int events(String action, List<Long> ids) {
    return office
        .sql()
        .sql(
            "select count(*) from audit_event where action = :action and discrepancy_id = any(:ids)")
        .param("action", action)
        .param("ids", ids.toArray(Long[]::new))
        .query(Integer.class)
        .single();
  }
}
