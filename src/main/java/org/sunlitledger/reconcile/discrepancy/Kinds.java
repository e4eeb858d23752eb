package org.sunlitledger.reconcile.discrepancy;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.reconcile.discrepancy.DiscrepancyKind.ConcernedLines;

/** The kinds of discrepancies there are, for people. */
@Component
public final class Kinds {
  private final Map<String, DiscrepancyKind> kinds = new LinkedHashMap<>();

  Kinds(Definitions definitions) {
    DiscrepancyKind.all(definitions).forEach(kind -> kinds.put(kind.id(), kind));
  }

  /** What a kind is called; its id where there is no such kind any more. */
  public String title(String id, boolean chinese) {
    DiscrepancyKind kind = kinds.get(id);
    return kind == null ? id : chinese ? kind.title() : kind.titleEn();
  }

  /** How a list names a kind: its Chinese title alone; in English its id, too. */
  public String label(String id, boolean chinese) {
    return chinese ? title(id, true) : id + " " + title(id, false);
  }

  /** The id of the kind that a person names by its id or by one of its titles. */
  public Optional<String> named(String name) {
    return kinds.values().stream()
        .filter(kind -> List.of(kind.id(), kind.title(), kind.titleEn()).contains(name.strip()))
        .map(DiscrepancyKind::id)
        .findFirst();
  }

  /** What to do about a discrepancy of a kind; empty where there is no such kind any more. */
  public String mend(String id, boolean chinese) {
    DiscrepancyKind kind = kinds.get(id);
    return kind == null ? "" : chinese ? kind.mend() : kind.mendEn();
  }

  /** Whether the amounts of a kind are counts, and not fen. */
  public boolean isCount(String id) {
    DiscrepancyKind kind = kinds.get(id);
    return kind != null && kind.isCount();
  }

  /** The kinds whose lines are in the proof as only in the records or only in the ledger. */
  public List<String> oneSided() {
    return of(EnumSet.of(ConcernedLines.LEFT_ONLY));
  }

  /** The kinds that use up lines that no strategy has matched: the first that names one has it. */
  public List<String> ofUnmatched() {
    return of(EnumSet.of(ConcernedLines.LEFT_ONLY, ConcernedLines.LEFT_DIFFERING));
  }

  private List<String> of(Set<ConcernedLines> lines) {
    return kinds.values().stream()
        .filter(kind -> lines.contains(kind.lines()))
        .map(DiscrepancyKind::id)
        .toList();
  }

  /** Their ids, in the order in which they are looked for. */
  public Set<String> ids() {
    return kinds.keySet();
  }
}
