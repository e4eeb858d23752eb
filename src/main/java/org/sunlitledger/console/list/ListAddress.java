package org.sunlitledger.console.list;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The address of a list with its filter: all state of a list is in it.
 *
 * @param path without parameters
 */
public record ListAddress(String path, Map<String, String> parameters) {

  public static ListAddress of(String path) {
    return new ListAddress(path, Map.of());
  }

  /** The same with a parameter; an empty value takes it away. */
  public ListAddress with(String name, Object value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.remove(name);
    if (!String.valueOf(value).isBlank()) {
      changed.put(name, String.valueOf(value));
    }
    return new ListAddress(path, changed);
  }

  /** The same filter, for a file with all rows. */
  public ListAddress file(String ending) {
    return at(path + "." + ending);
  }

  /** All rows of the same filter at another path. */
  public ListAddress at(String other) {
    return new ListAddress(other, parameters).with("after", "").with("size", "");
  }

  @Override
  public String toString() {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    parameters.forEach(
        (name, value) -> address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
    return address.build(true).toUriString();
  }
}
