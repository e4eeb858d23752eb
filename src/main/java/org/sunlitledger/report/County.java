package org.sunlitledger.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.definition.Years;

/** What a report says of its office: name, address, portal; by year, as offices are renamed. */
@Component
public final class County {
  static final String FILE = "jobs/county.yaml";

  /** The fact that says whose definitions these are. */
  private static final String NAME = "county";

  private static final List<String> OFFICE = List.of("office", "office_short");

  /** What a template may name that is no county's to say. */
  private static final Set<String> OWN = Set.of("year", "next_year", "draft", "draft_reasons");

  private final Definitions definitions;

  County(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The facts of a year, by the name of their tag in a template. */
  public Map<String, String> facts(int year) {
    Map<String, String> facts = new LinkedHashMap<>();
    period(year)
        .mapping("facts")
        .forEach((name, texts) -> facts.put(name, fact(name, String.join("、", texts))));
    facts.put("year", String.valueOf(year));
    facts.put("next_year", String.valueOf(year + 1));
    return facts;
  }

  /** The county's name in a year. */
  String name(int year) {
    return name(period(year));
  }

  /** Its names in all years, each once. */
  public List<String> names() {
    return periods().stream().map(County::name).distinct().toList();
  }

  /** What its office is called in all years, each once, also in short. */
  public List<String> officeNames() {
    return periods().stream()
        .map(period -> period.mapping("facts"))
        .flatMap(facts -> OFFICE.stream().map(facts::get).filter(Objects::nonNull))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static String name(YamlNode period) {
    List<String> name = period.mapping("facts").getOrDefault(NAME, List.of());
    if (name.size() != 1 || name.get(0).isBlank()) {
      throw period.problem(
          "fact '%1$s' is missing: add the county's name below facts, as '%1$s: 某某县'"
              .formatted(NAME));
    }
    return name.get(0).strip();
  }

  private List<YamlNode> periods() {
    return YamlNode.read(FILE, definitions.open(FILE)).allow(Set.of("periods")).nodes("periods");
  }

  private YamlNode period(int year) {
    List<YamlNode> periods =
        periods().stream()
            .filter(period -> Years.parse(FILE, period.text("effective")).contains(year))
            .toList();
    if (periods.size() != 1) {
      throw new DefinitionException(
          FILE,
          periods.isEmpty()
              ? "no period covers " + year
              : "%d is in more than one period: %s"
                  .formatted(
                      year, periods.stream().map(period -> period.text("effective")).toList()));
    }
    return periods.get(0).allow(Set.of("effective", "facts"));
  }

  private static String fact(String name, String text) {
    if (OWN.contains(name)) {
      throw new DefinitionException(FILE, "fact '%s' has a name of the program's".formatted(name));
    }
    if (text.isBlank()) {
      throw new DefinitionException(FILE, "fact '%s' is empty".formatted(name));
    }
    return text;
  }
}
