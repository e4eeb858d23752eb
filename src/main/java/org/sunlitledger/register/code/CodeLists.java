package org.sunlitledger.register.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.definition.Years;

/** The code lists of {@code jobs/codes}. */
public final class CodeLists {
  /** The lists of payees' names. */
  public static final Set<String> PAYEES = Set.of("payee", "paying_bank");

  private final Map<String, CodeList> byName = new LinkedHashMap<>();

  public CodeLists(Definitions definitions) {
    for (YamlNode file : definitions.yaml("jobs/codes")) {
      CodeList list = read(file);
      if (byName.put(list.name(), list) != null) {
        throw file.twice(list.name());
      }
    }
    definitions.yaml("jobs/codes").forEach(this::requireFits);
  }

  /**
   * A code of one list that is allowed together with a code of another.
   *
   * @param position among the codes allowed with the same code, from 1 on
   * @param years in which both codes are valid
   */
  public record Fit(
      String list, String code, String ofList, String ofCode, int position, Years years) {}

  /** Every allowed pair of codes, for lists that define such pairs. */
  public List<Fit> fits() {
    List<Fit> fits = new ArrayList<>();
    for (CodeList list : all()) {
      for (CodeList.ListedCode code : list.codes()) {
        code.fits().forEach((other, codes) -> fits.addAll(fits(list, code, other, codes)));
      }
    }
    return fits;
  }

  private List<Fit> fits(
      CodeList list, CodeList.ListedCode code, String other, List<String> codes) {
    List<Fit> fits = new ArrayList<>();
    for (CodeList.ListedCode known : find(other).orElseThrow().codes()) {
      if (codes.contains(known.code())) {
        known
            .years()
            .common(code.years())
            .map(
                years ->
                    new Fit(
                        list.name(),
                        code.code(),
                        other,
                        known.code(),
                        codes.indexOf(known.code()) + 1,
                        years))
            .ifPresent(fits::add);
      }
    }
    return fits;
  }

  private void requireFits(YamlNode file) {
    for (YamlNode code : file.nodes("codes")) {
      code.mapping("fits").forEach((other, codes) -> requireFits(code, other, codes));
    }
  }

  /** Rejects a pair of codes that are never valid in the same year; it is a typing error. */
  private void requireFits(YamlNode code, String other, List<String> codes) {
    CodeList list =
        find(other)
            .orElseThrow(
                () ->
                    code.problem(
                        "'fits': there is no code list %s in jobs/codes".formatted(other)));
    for (String one : codes) {
      if (list.codes().stream()
          .filter(known -> known.code().equals(one))
          .noneMatch(known -> known.years().overlaps(code.years()))) {
        throw code.problem("'fits': %s has no code '%s' in these years".formatted(other, one));
      }
    }
  }

  /** The lists in the order of their files. */
  public List<CodeList> all() {
    return List.copyOf(byName.values());
  }

  public Optional<CodeList> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The names of all listed payees, for all years. */
  public List<String> payees() {
    return all().stream()
        .filter(list -> PAYEES.contains(list.name()))
        .flatMap(list -> list.codes().stream())
        .flatMap(CodeList.ListedCode::words)
        .toList();
  }

  private static CodeList read(YamlNode file) {
    file.allow(Set.of("name", "title", "description", "codes"));
    List<CodeList.ListedCode> codes = new ArrayList<>();
    for (YamlNode code : file.nodes("codes")) {
      code.allow(Set.of("code", "title", "description", "aliases", "fits", "from", "to"));
      CodeList.ListedCode next =
          new CodeList.ListedCode(
              code.text("code"),
              code.text("title"),
              code.text("description"),
              code.texts("aliases"),
              code.mapping("fits"),
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
