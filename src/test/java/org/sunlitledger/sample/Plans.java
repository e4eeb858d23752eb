package org.sunlitledger.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** What the projects of a year may still be paid. Amounts are yuan. */
final class Plans {
  private static final int UNSPENT_PERCENT = 5;

  private final Map<String, Long> planned = new HashMap<>();
  private final Map<String, Long> paid = new HashMap<>();

  /**
   * @param folder with the deliveries of the year
   * @param entries of a ledger that agrees
   */
  Plans(Path folder, int year, List<Entry> entries) {
    LocalDate last = LocalDate.of(year, 12, 31);
    for (CSVRecord line : RecordLines.read(folder.resolve("project-" + year + ".csv"))) {
      if (LocalDate.parse(line.get("完工日期")).isAfter(last)) {
        throw new IllegalArgumentException("is to be finished later: " + line);
      }
      planned.put(line.get("项目编号"), Long.parseLong(line.get("计划总投资")));
    }
    entries.forEach(entry -> paid.merge(entry.project(), entry.yuan(), Long::sum));
  }

  /** What must be found of a project's plan when the ledger has so much more for it. */
  List<String> with(String project, long more) {
    if (project.isEmpty()) {
      return List.of();
    }
    long plan = planned.getOrDefault(project, 0L);
    long left = plan - paid.getOrDefault(project, 0L) - more;
    if (left < 0) {
      return List.of("over-plan " + -left * 100);
    }
    return left * 100 > plan * UNSPENT_PERCENT ? List.of("plan-unspent " + left * 100) : List.of();
  }
}
