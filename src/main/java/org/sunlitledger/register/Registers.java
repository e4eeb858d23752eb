package org.sunlitledger.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.DefinitionException;
import org.sunlitledger.database.Definitions;
import org.sunlitledger.database.YamlNode;
import org.sunlitledger.database.Years;

/** The registers, code lists and parameters as {@code jobs/} defines them. */
@Component
public final class Registers {
  private final Map<String, CodeList> codeLists = new LinkedHashMap<>();
  private final Map<String, Register> registers = new LinkedHashMap<>();
  private final List<Parameter> parameters = new ArrayList<>();

  public Registers(Definitions definitions) {
    definitions.yaml("jobs/codes").forEach(this::readCodes);
    RegisterReader reader = new RegisterReader(codeLists);
    for (YamlNode file : definitions.yaml("jobs/registers")) {
      Register register = reader.read(file);
      if (registers.put(register.name(), register) != null) {
        throw twice(file, register.name());
      }
    }
    definitions.yaml("jobs/parameters").forEach(this::readParameters);
  }

  /** In the order of their names. */
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

  public List<CodeList> codeLists() {
    return List.copyOf(codeLists.values());
  }

  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  private void readCodes(YamlNode file) {
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
              years(code));
      if (codes.stream()
          .filter(other -> other.code().equals(next.code()))
          .anyMatch(other -> other.years().overlaps(next.years()))) {
        throw twice(code, next.code());
      }
      codes.add(next);
    }
    CodeList list = new CodeList(file.text("name"), file.text("title"), codes);
    if (codeLists.put(list.name(), list) != null) {
      throw twice(file, list.name());
    }
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
                years(value));
        if (parameters.stream()
            .filter(other -> other.name().equals(next.name()))
            .anyMatch(other -> other.years().overlaps(next.years()))) {
          throw twice(value, next.name());
        }
        parameters.add(next);
      }
    }
  }

  private static Years years(YamlNode node) {
    int from = node.number("from", Years.ALWAYS.from());
    int to = node.number("to", Years.ALWAYS.to());
    return Years.of(node.place(), from, to);
  }

  private static DefinitionException twice(YamlNode node, String name) {
    return node.problem("'%s' is defined twice, for the same years".formatted(name));
  }
}
