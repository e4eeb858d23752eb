package org.sunlitledger.console.draft;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sunlitledger.quantity.digest.Sha256;

/** The rejected lines of a delivery that nobody has corrected yet, and the drafts for them. */
public record MendSheet(MendDelivery delivery, List<MendColumn> columns, List<MendLine> lines) {

  public Optional<MendLine> line(int number) {
    return lines.stream().filter(line -> line.number() == number).findFirst();
  }

  /** A column in which values can be corrected. */
  public Optional<MendColumn> column(int position) {
    return columns.stream()
        .filter(column -> column.position() == position && column.isEditable())
        .findFirst();
  }

  /** The lines that somebody has corrected or withdrawn and nobody has handed in. */
  public List<MendLine> changed() {
    return lines.stream().filter(line -> line.isChanged() && !line.isSubmitted()).toList();
  }

  /** A mark of the drafts on some lines: it differs after any change of them. */
  public String mark(Collection<MendLine> some) {
    StringBuilder drafts = new StringBuilder();
    some.stream()
        .sorted(Comparator.comparing(MendLine::number))
        .flatMap(line -> new TreeMap<>(line.drafts()).values().stream())
        .forEach(draft -> drafts.append(draft).append('\n'));
    return Sha256.sha256(drafts.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Titles as a supplement has them. */
  List<String> titles() {
    return columns.stream().map(MendColumn::title).toList();
  }
}
