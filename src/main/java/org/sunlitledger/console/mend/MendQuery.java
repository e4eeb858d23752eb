package org.sunlitledger.console.mend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.sunlitledger.console.draft.Facet;

/**
 * The state of the page, as its address has it.
 *
 * @param columns {@code all} for those without a fault as well
 * @param check whether only corrected lines that are still wrong are shown
 * @param after number of the line before the first one shown
 * @param size number of lines on a page
 */
public record MendQuery(
    @Nullable String rule,
    @Nullable String column,
    @Nullable String found,
    @Nullable String columns,
    @Nullable Boolean check,
    @Nullable Integer after,
    @Nullable Integer size) {
  public static final List<Integer> SIZES = List.of(50, 200, 500);

  Facet facet() {
    return new Facet(
        Optional.ofNullable(rule).filter(text -> !text.isEmpty()),
        Optional.ofNullable(column).filter(text -> !text.isEmpty()),
        Optional.ofNullable(found));
  }

  public boolean hasAllColumns() {
    return "all".equals(columns);
  }

  public boolean isCheck() {
    return Boolean.TRUE.equals(check);
  }

  public int from() {
    return after == null ? 0 : after;
  }

  public int lines() {
    return size != null && SIZES.contains(size) ? size : SIZES.get(0);
  }

  MendQuery in(Facet facet) {
    return new MendQuery(
        facet.rule().orElse(null),
        facet.column().orElse(null),
        facet.found().orElse(null),
        columns,
        null,
        null,
        size);
  }

  public MendQuery withColumns(boolean all) {
    return new MendQuery(rule, column, found, all ? "all" : null, check, after, size);
  }

  public MendQuery withSize(int lines) {
    return new MendQuery(rule, column, found, columns, check, null, lines);
  }

  public MendQuery after(int line) {
    return new MendQuery(rule, column, found, columns, check, line, size);
  }

  public MendQuery checked() {
    return new MendQuery(null, null, null, columns, true, null, size);
  }

  /** The address of the page in this state. */
  public String address(long delivery) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/deliveries/" + delivery + "/mend");
    add(address, "rule", rule);
    add(address, "column", column);
    add(address, "found", found);
    add(address, "columns", columns);
    add(address, "check", check);
    add(address, "after", after);
    add(address, "size", size);
    return address.encode().build().toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
    if (value != null) {
      // as a variable, so that every sign of it is encoded
      address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
    }
  }
}
