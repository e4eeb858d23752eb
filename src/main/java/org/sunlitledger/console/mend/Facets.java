package org.sunlitledger.console.mend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sunlitledger.check.finding.Findings.FindingText;
import org.sunlitledger.console.draft.Facet;
import org.sunlitledger.console.draft.MendLine;
import org.sunlitledger.console.draft.MendSheet;
import org.sunlitledger.quantity.text.SafeText;

/**
 * The choices on the left: rules; the columns of the chosen rule; the values found in the chosen
 * column. A choice counts the lines that it leads to.
 */
public record Facets(List<FacetChoice> rules, List<FacetChoice> columns, List<FacetChoice> found) {
  /** The highest number of choices in a list; the lines of others are reached without it. */
  private static final int MAX_CHOICES = 40;

  /**
   * A choice.
   *
   * @param changed how many of the lines somebody has corrected
   * @param isChosen whether following it takes the choice back
   */
  public record FacetChoice(
      String words, int lines, int changed, boolean isChosen, String address) {}

  /**
   * @param titles of rules by id
   * @param blank the words for a cell with nothing in it
   */
  static Facets of(MendSheet sheet, MendQuery query, Map<String, String> titles, String blank) {
    Facet facet = query.facet();
    Optional<String> none = Optional.empty();
    return new Facets(
        choices(
            sheet,
            query,
            new Facet(none, none, none),
            FindingText::rule,
            rule -> new Facet(Optional.of(rule), none, none),
            rule -> titles.getOrDefault(rule, rule),
            facet.rule()),
        choices(
            sheet,
            query,
            new Facet(facet.rule(), none, none),
            FindingText::column,
            column -> new Facet(facet.rule(), Optional.of(column), none),
            column -> column,
            facet.column()),
        facet.column().isEmpty()
            ? List.of()
            : choices(
                sheet,
                query,
                new Facet(facet.rule(), facet.column(), none),
                FindingText::found,
                found -> new Facet(facet.rule(), facet.column(), Optional.of(found)),
                found -> found.isEmpty() ? blank : found,
                facet.found()));
  }

  private static List<FacetChoice> choices(
      MendSheet sheet,
      MendQuery query,
      Facet within,
      Function<FindingText, String> value,
      Function<String, Facet> to,
      Function<String, String> words,
      Optional<String> chosen) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (MendLine line : sheet.lines()) {
      line.findings().stream()
          .filter(within::has)
          .map(value)
          .distinct()
          .forEach(
              of -> {
                int[] count = counts.computeIfAbsent(of, first -> new int[2]);
                count[0]++;
                count[1] += line.isChanged() ? 1 : 0;
              });
    }
    return counts.entrySet().stream()
        .filter(entry -> !words.apply(entry.getKey()).isEmpty())
        .sorted((a, b) -> Integer.compare(b.getValue()[0], a.getValue()[0]))
        .limit(MAX_CHOICES)
        .map(
            entry -> {
              boolean isChosen = chosen.equals(Optional.of(entry.getKey()));
              Facet target = isChosen ? within : to.apply(entry.getKey());
              return new FacetChoice(
                  SafeText.line(words.apply(entry.getKey())),
                  entry.getValue()[0],
                  entry.getValue()[1],
                  isChosen,
                  query.in(target).address(sheet.delivery().id()));
            })
        .toList();
  }
}
