package org.sunlitledger.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.reconcile.decision.Decisions;
import org.sunlitledger.reconcile.discrepancy.Resolution;

/** A county small enough to add up on paper. */
public final class SmallCounty {
  private static final Path COUNTY = Path.of("src/test/resources/small-county");
  private static final String[] APPLICANTS = {"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"};
  private static final String[] OUTCOMES = {"结果维持", "结果纠正", "其他结果", "尚未审结"};

  private SmallCounty() {}

  /**
   * Puts all deliveries of a year into the inbox.
   *
   * @return what each figure must then be, as printed
   */
  public static Map<String, String> deliver(Office office, int year) {
    try {
      Map<String, String> expected = lines("figures-%d.tsv".formatted(year));
      deliverRequests(office, year, expected);
      deliverCases(office, year, expected);
      office.deliverAll(COUNTY.resolve(String.valueOf(year)));
      return expected;
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /**
   * Writes a ledger that has every payment and subsidy that counts in a year, those of a batch as
   * one entry some days later.
   */
  public static Path ledger(Office office, int year) {
    List<String> lines = new ArrayList<>(List.of("支付凭证号,日期,收款人,支出功能分类科目,资金来源,金额,批次号"));
    lines.addAll(
        office
            .sql()
            .sql(
                """
                select concat_ws(',', p.voucher, p.paid_on, p.payee, coalesce(left(f.codes, 7), '2130599'),
                  s.title, p.amount / 100.0, p.batch)
                from (
                  select voucher, paid_on, payee, project_code, '' as kind, source, amount,
                    '' as batch
                  from live_payment
                  where year = :year
                  union all
                  select coalesce(batch, voucher), max(paid_on) + count(batch)::integer, '代发户', '',
                    kind, source, sum(amount), coalesce(min(batch), '')
                  from live_subsidy
                  where year = :year
                  group by coalesce(batch, voucher), kind, source
                ) p
                left join live_project j on j.project_code = p.project_code and j.year = :year
                left join fitting_code f on f.year = :year and f.category = coalesce(j.category, p.kind)
                join code s on s.list = 'funding_source' and s.code = p.source
                order by p.voucher
                """)
            .param("year", year)
            .query(String.class)
            .list());
    return office.ledger("treasury-%d.csv".formatted(year), lines.toArray(String[]::new));
  }

  /**
   * Reconciles a year with its {@link #ledger}; what there is besides (plans that are not spent) is
   * resolved and approved.
   */
  public static void reconcile(Office office, int year) {
    Object result = office.yearEnd(year, ledger(office, year));
    if (!(result instanceof YearEnd.Done)) {
      throw new IllegalStateException(String.valueOf(result));
    }
    Decisions decisions = office.the(Decisions.class);
    office
        .sql()
        .sql("select id from discrepancy where year = :year and status = 'open' order by id")
        .param("year", year)
        .query(Long.class)
        .list()
        .forEach(
            id -> {
              decisions.resolve(id, Resolution.EXPLAINED, "已核对", "丁");
              decisions.approve(id, "戊");
            });
  }

  /** As many requests as the table says, and what the cells and their totals must then be. */
  private static void deliverRequests(Office office, int year, Map<String, String> expected)
      throws IOException {
    List<String> requests = new ArrayList<>(List.of("申请编号,申请人类型,收到日期,是否上年结转,办理结果,办结日期,信息处理费"));
    int[] received = new int[APPLICANTS.length];
    int[] carriedOver = new int[APPLICANTS.length];
    int[] answered = new int[APPLICANTS.length];
    for (String[] row : table("requests-" + year + ".tsv")) {
      int[] counts = counts(row);
      boolean open = row[1].isEmpty();
      boolean carried = row[1].equals("予以公开");
      expect(expected, "T3_" + row[0], counts);
      for (int applicant = 0; applicant < counts.length; applicant++) {
        (carried ? carriedOver : received)[applicant] += counts[applicant];
        answered[applicant] += open ? 0 : counts[applicant];
        for (int i = 0; i < counts[applicant]; i++) {
          requests.add(
              "SQ-%04d,%s,%s,%s,%s,%s,%s"
                  .formatted(
                      requests.size(),
                      APPLICANTS[applicant],
                      carried ? (year - 1) + "-12-20" : year + "-06-01",
                      carried ? "是" : "否",
                      row[1],
                      open ? "" : year + "-06-10",
                      requests.size() <= 3 ? "1" : ""));
        }
      }
    }
    expect(expected, "T3_1", received);
    expect(expected, "T3_2", carriedOver);
    expect(expected, "T3_3_7", answered);
    office.deliver("information-request-%d.csv".formatted(year), requests.toArray(String[]::new));
  }

  private static void deliverCases(Office office, int year, Map<String, String> expected)
      throws IOException {
    List<String> cases = new ArrayList<>(List.of("案号,案件类型,受理日期,案件结果"));
    for (String[] row : table("cases.tsv")) {
      int[] counts = counts(row);
      expect(expected, "T4_" + row[0], counts);
      for (int outcome = 0; outcome < counts.length; outcome++) {
        for (int i = 0; i < counts[outcome]; i++) {
          cases.add(
              "AJ-%03d,%s,%d-02-03,%s".formatted(cases.size(), row[1], year, OUTCOMES[outcome]));
        }
      }
    }
    office.deliver("review-litigation-%d.csv".formatted(year), cases.toArray(String[]::new));
  }

  /** The cells of a row, and at its end their sum. */
  private static void expect(Map<String, String> expected, String row, int[] counts) {
    int sum = 0;
    for (int column = 0; column < counts.length; column++) {
      expected.put(row + "_" + (column + 1), String.valueOf(counts[column]));
      sum += counts[column];
    }
    expected.put(row + "_" + (counts.length + 1), String.valueOf(sum));
  }

  private static int[] counts(String[] row) {
    int[] counts = new int[row.length - 2];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Integer.parseInt(row[i + 2]);
    }
    return counts;
  }

  private static Map<String, String> lines(String name) throws IOException {
    Map<String, String> lines = new TreeMap<>();
    table(name).forEach(row -> lines.put(row[0], row[1]));
    return lines;
  }

  private static List<String[]> table(String name) throws IOException {
    return Files.readAllLines(COUNTY.resolve(name)).stream()
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
