package org.sunlitledger.register.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlitledger.definition.Years;

/** The codes a field may have. A code carries the years in which it holds. */
public final class CodeList {

  /**
   * One code with its Chinese title and the other words that offices use for it.
   *
   * @param fits the codes of other lists that go with it, by the names of the lists; any code goes
   *     with it of a list that is not named
   */
  public record ListedCode(
      String code,
      String title,
      String description,
      List<String> aliases,
      Map<String, List<String>> fits,
      Years years) {

    /** The title, then the other words for it. */
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

  /** The code that a cell means in a year, by code, title or alias. */
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

  /** The same in whichever year it holds. */
  public Optional<String> findAny(String cell) {
    return byWord.getOrDefault(HeaderText.normal(cell), List.of()).stream()
        .map(ListedCode::code)
        .findFirst();
  }

  /** What may be written in a year, for a message. */
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
