package org.sunlitledger.intake;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a file that is handed in from one that is in already. Bytes that a correction has
 * superseded are handed in again when they come to a place where they did not lie at the last look.
 */
@Component
class KnownFiles {
  private final JdbcClient jdbc;

  KnownFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Each sheet that was delivered with these bytes, and whether it stands: nothing has superseded
   * it or is about to. A supplement is of the year of what it supplements, whatever it is called.
   * What was refused may have been refused for its name, and is looked at again under another one.
   */
  Map<Integer, Boolean> delivered(Path file, String sha256, int year) {
    Map<Integer, Boolean> sheets = new LinkedHashMap<>();
    jdbc.sql(
            """
            select
              d.sheet,
              bool_or(
                d.status <> 'superseded'
                and not exists (
                  select
                  from delivery n
                  where n.supersedes = d.id
                    and n.status in ('received', 'loading', 'loaded', 'held')
                )
              )
            from delivery d
            where d.sha256 = :sha256
              and (d.year = :year or d.supplements is not null)
              and (d.status <> 'refused' or d.path = :path)
            group by d.sheet
            """)
        .param("sha256", sha256)
        .param("year", year)
        .param("path", file.toAbsolutePath().toString())
        .query((RowCallbackHandler) row -> sheets.put(row.getInt(1), row.getBoolean(2)));
    return sheets;
  }

  /** Whether these bytes lay at this place at the last look. */
  boolean layThere(Path file, String sha256) {
    return jdbc.sql("select exists (select from inbox_file where path = :path and sha256 = :sha)")
        .param("path", path(file))
        .param("sha", sha256)
        .query(Boolean.class)
        .single();
  }

  /** Remembers what lies at a place; part of the transaction that enters it. */
  void remember(Path file, String sha256) {
    jdbc.sql(
            """
            insert into inbox_file (path, sha256)
            values (:path, :sha)
            on conflict (path) do update set sha256 = excluded.sha256
            """)
        .param("path", path(file))
        .param("sha", sha256)
        .update();
  }

  /** Forgets what lies in an inbox no longer: there again, it is handed in again. */
  void forgetOthers(Path inbox, List<Path> files) {
    jdbc.sql(
            """
            delete from inbox_file
            where starts_with(path, :inbox)
              and path <> all(:files)
            """)
        .param("inbox", path(inbox) + "/")
        .param("files", files.stream().map(KnownFiles::path).toArray(String[]::new))
        .update();
  }

  private static String path(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }
}
