package org.sunlitledger.reconcile.discrepancy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.reconcile.match.MatchingOrder;

/**
 * One pattern that auditors ask for, of {@code sql/risks}: a query for the lines that show it.
 *
 * @param position where it is among the others
 * @param basis what it is based on, in Chinese
 * @param needs columns without which it is not checked, as {@code register.column}
 */
record RiskRule(
    int position,
    String id,
    String title,
    String titleEn,
    String basis,
    List<String> needs,
    SqlFile file) {
  private static final String FOLDER = "sql/risks";
  private static final Set<String> LANGUAGES = Set.of("zh", "en");
  private static final Pattern COLUMN = Pattern.compile("[a-z_]+\\.[a-z_]+");

  static List<RiskRule> all(Definitions definitions) {
    return MatchingOrder.sorted(definitions, FOLDER).stream().map(RiskRule::of).toList();
  }

  private static RiskRule of(SqlFile file) {
    YamlNode header =
        file.header().allow(Set.of("order", "title", "basis", "parameters", "needs", "about"));
    YamlNode title = header.node("title").allow(LANGUAGES);
    YamlNode basis = header.node("basis").allow(LANGUAGES);
    List<String> needs = header.texts("needs");
    if (!needs.stream().allMatch(column -> COLUMN.matcher(column).matches())) {
      throw header.problem("needs lists columns as register.column");
    }
    return new RiskRule(
        MatchingOrder.of(file),
        file.name(),
        title.text("zh"),
        title.text("en"),
        basis.text("zh"),
        needs,
        file);
  }
}
