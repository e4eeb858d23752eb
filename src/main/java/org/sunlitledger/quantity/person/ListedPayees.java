package org.sunlitledger.quantity.person;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The payees that a county lists by name. Each is an organisation, even if it is called 农行. */
public final class ListedPayees {
  public static final ListedPayees NONE = new ListedPayees(List.of());

  private final Set<String> names;

  /**
   * @param names as written in the lists
   */
  public ListedPayees(Collection<String> names) {
    this.names =
        names.stream()
            .map(PayeeName::plain)
            .map(ListedPayees::normal)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The names in the form in which they are compared. */
  public Set<String> names() {
    return names;
  }

  /** Whether a name without blanks is in the list. */
  boolean contains(String plain) {
    return !names.isEmpty() && names.contains(normal(plain));
  }

  private static String normal(String plain) {
    return plain.replace("·", "").toUpperCase(Locale.ROOT);
  }
}
