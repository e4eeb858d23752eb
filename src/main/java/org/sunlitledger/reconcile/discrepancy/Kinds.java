package org.sunlitledger.reconcile.discrepancy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.Definitions;

/** The kinds of discrepancies there are, for people. */
@Component
public final class Kinds {
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  Kinds(Definitions definitions) {
    Kind.all(definitions).forEach(kind -> kinds.put(kind.id(), kind));
  }

  /** What a kind is called; its id where there is no such kind any more. */
  public String title(String id, boolean chinese) {
    Kind kind = kinds.get(id);
    return kind == null ? id : chinese ? kind.title() : kind.titleEn();
  }

  /** What to do about a discrepancy of a kind; empty where there is no such kind any more. */
  public String mend(String id, boolean chinese) {
    Kind kind = kinds.get(id);
    return kind == null ? "" : chinese ? kind.mend() : kind.mendEn();
  }

  /** Whether the amounts of a kind are counts, and not fen. */
  public boolean isCount(String id) {
    Kind kind = kinds.get(id);
    return kind != null && kind.isCount();
  }

  /** Their ids, in the order in which they are looked for. */
  public Set<String> ids() {
    return kinds.keySet();
  }
}
