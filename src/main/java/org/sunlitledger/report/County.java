package org.sunlitledger.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.Definitions;
import org.sunlitledger.database.YamlNode;
import org.sunlitledger.database.Years;

/** What a report says of its office: name, address, portal; by year, as offices are renamed. */
@Component
public final class County {
  private final Definitions definitions;

  County(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The facts of a year, by the name of their tag in a template. */
  public Map<String, String> facts(int year) {
    Map<String, String> facts = new LinkedHashMap<>();
    YamlNode county = YamlNode.read("jobs/county.yaml", definitions.open("jobs/county.yaml"));
    for (YamlNode period : county.nodes("periods")) {
      if (Years.parse("jobs/county.yaml", period.text("effective")).contains(year)) {
        period.mapping("facts").forEach((name, texts) -> facts.put(name, String.join("、", texts)));
      }
    }
    facts.put("year", String.valueOf(year));
    facts.put("next_year", String.valueOf(year + 1));
    return facts;
  }
}
