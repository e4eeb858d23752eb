package org.sunlitledger.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.definition.Years;
import org.sunlitledger.quantity.text.VillageName;
import org.sunlitledger.register.code.CodeList;
import org.sunlitledger.register.code.HeaderText;

/**
 * The county's villages. {@link VillageName} unifies spellings. A county can list its villages with
 * their other names in {@code jobs/villages.yaml}; unknown villages are then reported.
 */
@Component
public final class Villages {
  private static final String FOLDER = "jobs";
  static final String FILE = "jobs/villages.yaml";
  private static final String TOWNSHIPS = "township";

  /**
   * A village of the list.
   *
   * @param township code of its township
   */
  public record Village(String township, String name, Set<String> spellings, Years years) {}

  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, List<Village>> bySpelling = new HashMap<>();
  private final List<Village> all = new ArrayList<>();
  private final boolean listed;

  public Villages(Definitions definitions, Registers registers) {
    List<CodeList.ListedCode> townships =
        registers.codeLists().find(TOWNSHIPS).map(CodeList::codes).orElse(List.of());
    townships.forEach(township -> titles.put(township.code(), township.title()));
    this.listed = definitions.list(FOLDER, ".yaml").contains(FILE);
    if (listed) {
      YamlNode file = YamlNode.read(FILE, definitions.open(FILE)).allow(Set.of("villages"));
      file.nodes("villages").forEach(village -> add(village, townships));
    }
  }

  /** Whether the county has a list. Without a list every name is accepted as a village. */
  public boolean isListed() {
    return listed;
  }

  /** The list; empty if there is none. */
  public List<Village> all() {
    return List.copyOf(all);
  }

  /**
   * The one name of a village: the name in the list, or else the unified name without a township
   * before it.
   *
   * @param township code of the township, if the line has one
   * @param name the unified name
   */
  public String name(@Nullable String township, String name, int year) {
    String alone = withoutTownship(township, name);
    List<Village> meant =
        bySpelling.getOrDefault(alone, List.of()).stream()
            .filter(village -> village.years().contains(year))
            .filter(village -> township == null || village.township().equals(township))
            .toList();
    return meant.size() == 1 ? meant.get(0).name() : alone;
  }

  /** Removes the township: 香山乡米粮川村 in 香山乡 is 米粮川村. */
  private String withoutTownship(@Nullable String township, String name) {
    String title = Optional.ofNullable(township).map(titles::get).orElse("");
    int at = title.isEmpty() ? -1 : name.indexOf(title);
    String rest = at < 0 ? "" : name.substring(at + title.length());
    return rest.isEmpty() || rest.equals("村") ? name : VillageName.plainName(rest);
  }

  private void add(YamlNode node, List<CodeList.ListedCode> townships) {
    node.allow(Set.of("township", "name", "aliases", "from", "to"));
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(VillageName.plainName(node.text("name")));
    node.texts("aliases").forEach(alias -> spellings.add(VillageName.plainName(alias)));
    Village village =
        new Village(
            township(node, townships),
            VillageName.plainName(node.text("name")),
            spellings,
            node.years());
    for (String spelling : spellings) {
      List<Village> known = bySpelling.computeIfAbsent(spelling, none -> new ArrayList<>());
      if (known.stream().anyMatch(other -> isConfused(other, village))) {
        throw node.twice(spelling);
      }
      known.add(village);
    }
    all.add(village);
  }

  private static boolean isConfused(Village one, Village other) {
    return one.township().equals(other.township()) && one.years().overlaps(other.years());
  }

  private static String township(YamlNode node, List<CodeList.ListedCode> townships) {
    String wanted = HeaderText.normal(node.text("township"));
    Map<String, String> codes = new LinkedHashMap<>();
    for (CodeList.ListedCode township : townships) {
      Stream.concat(Stream.of(township.code(), township.title()), township.aliases().stream())
          .forEach(word -> codes.put(HeaderText.normal(word), township.code()));
    }
    return Optional.ofNullable(codes.get(wanted))
        .orElseThrow(
            () ->
                node.problem(
                    "no township '%s' in jobs/codes/township.yaml"
                        .formatted(node.text("township"))));
  }
}
