package org.sunlitledger.intake.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.delivery.FileParts.FilePart;
import org.sunlitledger.intake.file.DeliveryName;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;

/** Finds the earlier delivery that each part of a corrected file replaces. */
@Component
class Predecessors {
  private final JdbcClient jdbc;
  private final HiddenNames hidden;

  Predecessors(JdbcClient jdbc, HiddenNames hidden) {
    this.jdbc = jdbc;
    this.hidden = hidden;
  }

  /** A current delivery from an earlier file with the same name. */
  private record Predecessor(
      long id, String register, String original, int sheet, Optional<Long> named) {}

  /**
   * The superseded deliveries, by the sheet of the part. Sheets are identified by name. A delivery
   * from a workbook with one sheet has no sheet name and is identified by its position.
   *
   * @throws FileFault when an earlier sheet of a register is not in the file, because its lines
   *     would count in addition to the new sheets
   */
  Map<Integer, Long> find(ScannedFile file, int year, List<FilePart> parts) throws FileFault {
    DeliveryName name = file.keptName();
    Map<Integer, Long> superseded = new HashMap<>();
    for (Predecessor earlier : earlier(file, year)) {
      Optional<FilePart> same =
          parts.stream().filter(part -> stands(part, earlier, name, parts)).findFirst();
      if (same.isPresent()) {
        superseded.put(same.get().sheet(), earlier.id());
      } else if (earlier.named().isEmpty()
          && parts.stream().anyMatch(part -> part.isOf(earlier.register()))) {
        throw missing(name, earlier, parts);
      }
    }
    return superseded;
  }

  private boolean stands(
      FilePart part, Predecessor earlier, DeliveryName name, List<FilePart> parts) {
    boolean sameName =
        earlier.original().equals(name.withSheet(part.sheetName()).hidden(hidden).original())
            || (earlier.original().equals(name.original())
                && (parts.size() == 1 || earlier.sheet() == part.sheet()));
    // a rejected part leaves its predecessor unchanged; supplements must be of one delivery
    return sameName
        && part.supplements().equals(earlier.named())
        && (part.fault().isPresent() || part.isOf(earlier.register()));
  }

  private static FileFault missing(DeliveryName name, Predecessor earlier, List<FilePart> parts) {
    return new FileFault(
        ShapeRule.FILE_SHEET_MISSING,
        parts.stream().map(FilePart::sheetName).collect(Collectors.joining("、")),
        earlier.original().substring(name.original().length()).replaceFirst("^#", ""));
  }

  private List<Predecessor> earlier(ScannedFile file, int year) {
    return jdbc.sql(
            """
            select d.id, d.register, d.original, d.sheet, d.named
            from delivery d
            where (d.year = :year or d.supplements is not null)
              and (d.original = :original or starts_with(d.original, :original || '#'))
              and d.sha256 <> :sha256
              and d.status in ('received', 'loading', 'loaded', 'live', 'held')
              and not exists (
                select
                from delivery n
                where n.supersedes = d.id
                  and n.status in ('received', 'loading', 'loaded', 'live', 'held')
              )
            order by d.id
            """)
        .param("year", year)
        .param("original", file.keptName().original())
        .param("sha256", file.sha256())
        .query(
            (row, number) ->
                new Predecessor(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    Optional.ofNullable(row.getObject(5, Long.class))))
        .list();
  }
}
