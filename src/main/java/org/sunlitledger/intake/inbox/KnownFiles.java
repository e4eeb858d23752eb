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
 * Decides whether a file is new or was imported before. Bytes that a correction has superseded
 * count as new when they arrive at a place where the last scan did not see them.
 */
@Component
class KnownFiles {
  /** The part of a delivery's name after the name of its file. */
  private static final Pattern SHEET = Pattern.compile("(?<=[.][0-9A-Za-z]{1,5})#.*$");

  private final JdbcClient jdbc;
  private final HiddenNames hidden;

  KnownFiles(JdbcClient jdbc, HiddenNames hidden) {
    this.jdbc = jdbc;
    this.hidden = hidden;
  }

  /**
   * A sheet that was delivered.
   *
   * @param isCurrent whether nothing has superseded it or will
   */
  record KnownSheet(long delivery, boolean isCurrent) {
    KnownSheet or(KnownSheet other) {
      return isCurrent ? this : other;
    }
  }

  /**
   * Whether a file is not read again.
   *
   * @param delivered its sheets that were delivered before
   * @param wasSeen whether the last scan saw it at its place
   */
  static boolean isKnown(Map<Integer, KnownSheet> delivered, boolean wasSeen) {
    return !delivered.isEmpty()
        && (wasSeen || delivered.values().stream().allMatch(KnownSheet::isCurrent));
  }

  /**
   * The sheets that were delivered with these bytes. A supplement has the year of the delivery that
   * it supplements, whatever its name. A rejected file may have been rejected for its name, so it
   * is checked again under another name. A file whose new name gives another unit is also checked
   * again.
   *
   * @param name of the file, with its folders, as people read it
   */
  Map<Integer, KnownSheet> delivered(Path file, String name, String sha256, List<Integer> years) {
    Set<NamedUnit> units = UnitOfName.unitsIn(name);
    Map<Integer, KnownSheet> sheets = new LinkedHashMap<>();
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
              ),
              d.id
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
                    sheets.merge(
                        row.getInt(1),
                        new KnownSheet(row.getLong(4), row.getBoolean(3)),
                        KnownSheet::or);
                  }
                });
    return sheets;
  }
}
