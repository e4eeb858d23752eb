package org.sunlitledger.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.register.code.CodeLists;
import org.sunlitledger.register.code.Parameter;

/** The registers, code lists and parameters that {@code jobs/} defines. */
@Component
public final class Registers {
  private final CodeLists codeLists;
  private final Map<String, Register> registers = new LinkedHashMap<>();
  private final List<Parameter> parameters = new ArrayList<>();

  public Registers(Definitions definitions) {
    codeLists = new CodeLists(definitions);
    RegisterReader reader = new RegisterReader(codeLists, sharedFields(definitions));
    for (YamlNode file : definitions.yaml("jobs/registers")) {
      Register register = reader.read(file);
      if (registers.put(register.name(), register) != null) {
        throw file.twice(register.name());
      }
    }
    RelationReader.require(registers);
    definitions.yaml("jobs/parameters").forEach(this::readParameters);
  }

  private static Map<String, YamlNode> sharedFields(Definitions definitions) {
    Map<String, YamlNode> shared = new LinkedHashMap<>();
    for (YamlNode file : definitions.yaml("jobs/fields")) {
      for (YamlNode field : file.allow(Set.of("fields")).nodes("fields")) {
        if (shared.put(field.text("name"), field) != null) {
          throw field.problem("'%s' is defined twice".formatted(field.text("name")));
        }
      }
    }
    return shared;
  }

  /** The registers, ordered by name. */
  public List<Register> all() {
    return List.copyOf(registers.values());
  }

  public Optional<Register> find(String name) {
    return Optional.ofNullable(registers.get(name));
  }

  public Register get(String name) {
    return find(name)
        .orElseThrow(
            () -> new IllegalArgumentException("no register " + name + " in jobs/registers"));
  }

  public CodeLists codeLists() {
    return codeLists;
  }

  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  private void readParameters(YamlNode file) {
    file.allow(Set.of("parameters"));
    for (YamlNode parameter : file.nodes("parameters")) {
      parameter.allow(Set.of("name", "title", "values"));
      for (YamlNode value : parameter.nodes("values")) {
        value.allow(Set.of("value", "from", "to"));
        Parameter next =
            new Parameter(
                parameter.text("name"),
                parameter.text("title"),
                RegisterReader.decimal(value, "value")
                    .orElseThrow(() -> value.problem("'value' is missing")),
                value.years());
        if (parameters.stream()
            .filter(other -> other.name().equals(next.name()))
            .anyMatch(other -> other.years().overlaps(next.years()))) {
          throw value.twice(next.name());
        }
        parameters.add(next);
      }
    }
  }
}
