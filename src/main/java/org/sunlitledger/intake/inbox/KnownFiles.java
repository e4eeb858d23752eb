package org.sunlitledger.intake.inbox;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.unit.NamedUnit;
import org.sunlitledger.intake.unit.UnitOfName;

/**
 * Tells a file that is handed in from one that is in already. Bytes that a correction has
 * superseded are handed in again when they come to a place where they did not lie at the last look.
 */
@Component
class KnownFiles {
  /** What the name of a delivery has behind that of its file. */
  private static final Pattern SHEET = Pattern.compile("(?<=[.][0-9A-Za-z]{1,5})#.*$");

  private final JdbcClient jdbc;
  private final HiddenNames hidden;

  KnownFiles(JdbcClient jdbc, HiddenNames hidden) {
    this.jdbc = jdbc;
    this.hidden = hidden;
  }

  /**
   * Each sheet that was delivered with these bytes, and whether it stands: nothing has superseded
   * it or is about to. A supplement is of the year of what it supplements, whatever it is called.
   * What was refused may have been refused for its name, and is looked at again under another one;
   * so is what gets another unit from its name than it had.
   *
   * @param name of the file, with its folders, as people read it
   */
  Map<Integer, Boolean> delivered(Path file, String name, String sha256, List<Integer> years) {
    Set<NamedUnit> units = UnitOfName.unitsIn(name);
    Map<Integer, Boolean> sheets = new LinkedHashMap<>();
    jdbc.sql(
            """
            select
              d.sheet,
              d.name,
              d.status <> 'superseded'
              and not exists (
                select
                from delivery n
                where n.supersedes = d.id
                  and n.status in ('received', 'loading', 'loaded', 'held')
              )
            from delivery d
            where d.sha256 = :sha256
              and (d.year = any(:years) or d.supplements is not null)
              and (d.status <> 'refused' or d.path = :path)
            """)
        .param("sha256", sha256)
        .param("years", years.toArray(Integer[]::new))
        .param("path", hidden.kept(file))
        .query(
            (RowCallbackHandler)
                row -> {
                  String before = SHEET.matcher(row.getString(2)).replaceFirst("");
                  if (UnitOfName.unitsIn(before).equals(units)) {
                    sheets.merge(row.getInt(1), row.getBoolean(3), Boolean::logicalOr);
                  }
                });
    return sheets;
  }
}
