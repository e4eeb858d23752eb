package org.sunlitledger.register.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlitledger.definition.Years;

/** The codes that a field may have. Each code has the years in which it is valid. */
public final class CodeList {

  /**
   * A code with its Chinese title and the other words that offices use for it.
   *
   * @param fits for each other list, by name, the codes of that list that are allowed together with
   *     this code; if a list is missing, all its codes are allowed
   */
  public record ListedCode(
      String code,
      String title,
      String description,
      List<String> aliases,
      Map<String, List<String>> fits,
      Years years) {

    /** The title, followed by the other words for it. */
    public Stream<String> words() {
      return Stream.concat(Stream.of(title), aliases.stream()).distinct();
    }
  }

  private final String name;
  private final String title;
  private final List<ListedCode> codes;
  private final Map<String, List<ListedCode>> byWord = new HashMap<>();

  CodeList(String name, String title, List<ListedCode> codes) {
    this.name = name;
    this.title = title;
    this.codes = List.copyOf(codes);
    for (ListedCode code : codes) {
      index(code.code(), code);
      index(HeaderText.normal(code.title()), code);
      code.aliases().forEach(alias -> index(HeaderText.normal(alias), code));
    }
  }

  public String name() {
    return name;
  }

  public String title() {
    return title;
  }

  public List<ListedCode> codes() {
    return codes;
  }

  /** The code for a cell in a year, found by code, title or alias. */
  public Optional<String> find(String cell, int year) {
    List<ListedCode> exact = byWord.getOrDefault(cell, List.of());
    List<ListedCode> meant =
        exact.isEmpty() ? byWord.getOrDefault(HeaderText.normal(cell), List.of()) : exact;
    for (ListedCode code : meant) {
      if (code.years().contains(year)) {
        return Optional.of(code.code());
      }
    }
    return Optional.empty();
  }

  /** The code for a cell, in any year. */
  public Optional<String> findAny(String cell) {
    return byWord.getOrDefault(HeaderText.normal(cell), List.of()).stream()
        .map(ListedCode::code)
        .findFirst();
  }

  /** The allowed values of a year, for a message. */
  public String choices(int year) {
    return String.join(
        "、", codes.stream().filter(c -> c.years().contains(year)).map(ListedCode::title).toList());
  }

  private void index(String word, ListedCode code) {
    byWord.merge(
        word,
        List.of(code),
        (known, more) ->
            known.contains(code) ? known : Stream.concat(known.stream(), more.stream()).toList());
  }
}
