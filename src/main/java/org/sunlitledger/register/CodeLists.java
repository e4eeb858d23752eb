package org.sunlitledger.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.YamlNode;

/** The code lists of {@code jobs/codes}. */
public final class CodeLists {
  /** Those of the names of payees. */
  static final Set<String> PAYEES = Set.of("payee", "paying_bank");

  private final Map<String, CodeList> byName = new LinkedHashMap<>();

  public CodeLists(Definitions definitions) {
    for (YamlNode file : definitions.yaml("jobs/codes")) {
      CodeList list = read(file);
      if (byName.put(list.name(), list) != null) {
        throw file.twice(list.name());
      }
    }
  }

  /** In the order of their files. */
  public List<CodeList> all() {
    return List.copyOf(byName.values());
  }

  public Optional<CodeList> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All names of payees that are listed, of whatever years. */
  public List<String> payees() {
    return all().stream()
        .filter(list -> PAYEES.contains(list.name()))
        .flatMap(list -> list.codes().stream())
        .flatMap(CodeList.Code::words)
        .toList();
  }

  private static CodeList read(YamlNode file) {
    file.allow(Set.of("name", "title", "description", "codes"));
    List<CodeList.Code> codes = new ArrayList<>();
    for (YamlNode code : file.nodes("codes")) {
      code.allow(Set.of("code", "title", "description", "aliases", "from", "to"));
      CodeList.Code next =
          new CodeList.Code(
              code.text("code"),
              code.text("title"),
              code.text("description"),
              code.texts("aliases"),
              code.years());
      if (codes.stream()
          .filter(other -> other.code().equals(next.code()))
          .anyMatch(other -> other.years().overlaps(next.years()))) {
        throw code.twice(next.code());
      }
      codes.add(next);
    }
    return new CodeList(file.text("name"), file.text("title"), codes);
  }
}
