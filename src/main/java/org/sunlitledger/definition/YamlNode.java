package org.sunlitledger.definition;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/** A mapping in a definition file. Every error message names the file and the place in it. */
public final class YamlNode {
  private final String place;
  private final Map<String, Object> values;

  private YamlNode(String place, Map<String, Object> values) {
    this.place = place;
    this.values = values;
  }

  /** Reads a definition file that contains a mapping. */
  public static YamlNode read(String name, InputStream input) {
    try (input) {
      return parse(name, DefinitionText.decode(name, input.readAllBytes()));
    } catch (IOException problem) {
      throw new DefinitionException(name, "cannot be read: " + problem.getMessage());
    }
  }

  /** Reads a text that contains a mapping. */
  public static YamlNode parse(String name, String text) {
    try {
      return of(name, PlainYaml.read(text));
    } catch (YAMLException problem) {
      throw new DefinitionException(name, String.valueOf(problem.getMessage()));
    }
  }

  /** A mapping without keys. */
  public static YamlNode empty(String place) {
    return new YamlNode(place, Map.of());
  }

  /** A mapping that the program builds itself. Its values are texts, lists and mappings. */
  public static YamlNode made(String place, Map<String, Object> values) {
    return new YamlNode(place, new LinkedHashMap<>(values));
  }

  private static YamlNode of(String place, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new DefinitionException(
          place, "expected keys with values, found " + (value == null ? "nothing" : value));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach((key, item) -> values.put(String.valueOf(key), item));
    return new YamlNode(place, values);
  }

  /** The file of this mapping and its place in it. */
  public String place() {
    return place;
  }

  /** An error that names the place. */
  public DefinitionException problem(String what) {
    return new DefinitionException(place, what);
  }

  /** The error for a name that is defined twice. */
  public DefinitionException twice(String name) {
    return problem("'%s' is defined twice, for the same years".formatted(name));
  }

  /**
   * Combines this node with another one. A key of this node replaces the same key of the other;
   * mappings in both are combined in the same way.
   */
  public YamlNode over(YamlNode other) {
    return new YamlNode(place, merged(other.values, values));
  }

  private static Map<String, Object> merged(Map<?, ?> below, Map<?, ?> above) {
    Map<String, Object> all = new LinkedHashMap<>();
    below.forEach((key, value) -> all.put(String.valueOf(key), value));
    above.forEach(
        (key, value) ->
            all.merge(
                String.valueOf(key),
                value,
                (under, over) ->
                    under instanceof Map<?, ?> one && over instanceof Map<?, ?> two
                        ? merged(one, two)
                        : over));
    return all;
  }

  /** The years from the keys {@code from} and {@code to}; either may be missing. */
  public Years years() {
    return Years.of(place, number("from", Years.ALWAYS.from()), number("to", Years.ALWAYS.to()));
  }

  /** Rejects unknown keys; most are typing errors. */
  public YamlNode allow(Set<String> keys) {
    for (String key : values.keySet()) {
      if (!keys.contains(key)) {
        throw problem(
            "unknown key '%s'; known are %s".formatted(key, new java.util.TreeSet<>(keys)));
      }
    }
    return this;
  }

  /** The keys in the order of the file. */
  public Set<String> keys() {
    return values.keySet();
  }

  public boolean has(String key) {
    return values.get(key) != null;
  }

  public String text(String key) {
    return find(key).orElseThrow(() -> problem("'%s' is missing".formatted(key)));
  }

  public Optional<String> find(String key) {
    Object value = values.get(key);
    if (value instanceof Map || value instanceof List) {
      throw problem("'%s' must be a single value".formatted(key));
    }
    return Optional.ofNullable(value).map(String::valueOf);
  }

  /** The value true or false; false if the key is missing. */
  public boolean flag(String key) {
    String text = find(key).orElse("false");
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw problem("'%s' must be true or false, found '%s'".formatted(key, text));
    };
  }

  public int number(String key, int otherwise) {
    String text = find(key).orElse(String.valueOf(otherwise));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notWhole) {
      throw problem("'%s' must be a whole number, found '%s'".formatted(key, text));
    }
  }

  /** A single value or a list of values; empty if the key is missing. */
  public List<String> texts(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }

  public YamlNode node(String key) {
    return of(place + " → " + key, values.get(key));
  }

  /** A nested mapping; without keys if it is missing. */
  public YamlNode optional(String key) {
    return has(key) ? node(key) : empty(place + " → " + key);
  }

  /** A list of mappings; empty if the key is missing. */
  public List<YamlNode> nodes(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw problem("'%s' must be a list".formatted(key));
    }
    List<YamlNode> nodes = new ArrayList<>();
    for (Object item : list) {
      nodes.add(of(place + " → " + key + "[" + (nodes.size() + 1) + "]", item));
    }
    return nodes;
  }

  /** The keys of a nested mapping with the value or values of each; empty if it is missing. */
  public Map<String, List<String>> mapping(String key) {
    if (!has(key)) {
      return Map.of();
    }
    YamlNode nested = node(key);
    return nested.values.keySet().stream()
        .collect(
            Collectors.toMap(
                name -> name, nested::texts, (one, other) -> other, LinkedHashMap::new));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof YamlNode node && node.place.equals(place) && node.values.equals(values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(place, values);
  }
}
