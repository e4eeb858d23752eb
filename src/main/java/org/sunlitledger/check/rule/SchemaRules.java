package org.sunlitledger.check.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.register.Registers;

/** The rules that need no query, as the files of registers say them already. */
final class SchemaRules {
  private SchemaRules() {}

  /**
   * Rules of sql/checks and those of the registers, in the order of their ids.
   *
   * @throws DefinitionException that names the file, when two have one id
   */
  static List<Check> beside(List<Check> written, Registers registers) {
    List<Check> all = new ArrayList<>(written);
    Stream.concat(References.of(registers).stream(), DateOrders.of(registers).stream())
        .map(SchemaRule::check)
        .forEach(all::add);
    Map<String, Check> byId = new HashMap<>();
    for (Check check : all) {
      Check other = byId.put(check.id(), check);
      if (other != null) {
        throw new DefinitionException(
            check.file().path(),
            "the rule '%s' is also in %s".formatted(check.id(), other.file().path()));
      }
    }
    // as their files would be listed
    all.sort(Comparator.comparing(check -> check.id() + "."));
    return List.copyOf(all);
  }
}
