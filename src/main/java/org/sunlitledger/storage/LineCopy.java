package org.sunlitledger.storage;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.util.StreamUtils;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.quantity.digest.DigestStream;

/**
 * Copies the records of a delivery, which are its accepted lines, between a table and a file: CSV
 * with a header as PostgreSQL writes it, in the order of lines, compressed. They go through in
 * small pieces, so that memory is bounded.
 */
public final class LineCopy {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Connection session;

  public LineCopy(Connection session) {
    this.session = session;
  }

  /** The table of a register, whatever hides it in the session. */
  public static String table(String register) {
    return "public." + SqlName.checked(register);
  }

  /**
   * Writes the records of a delivery.
   *
   * @param unfinished the folder that is being written
   * @param asked the delivery and where its file will be
   * @return the same with what was found
   */
  public StoredFile write(Path unfinished, StoredFile asked, List<String> columns)
      throws SQLException, IOException {
    Path path = unfinished.resolve(asked.file());
    OwnerOnly.folder(path.resolveSibling("").normalize());
    try (FileOutputStream disk = new FileOutputStream(path.toFile());
        DigestStream packed = new DigestStream(new BufferedOutputStream(disk, BUFFER_BYTES))) {
      StoredFile content = pack(asked, columns, StreamUtils.nonClosing(packed));
      packed.flush();
      disk.getFD().sync();
      return new StoredFile(
          asked.delivery(),
          asked.register(),
          asked.year(),
          asked.folder(),
          asked.file(),
          content.lines(),
          packed.bytes(),
          packed.sha256(),
          content.contentSha256());
    }
  }

  private StoredFile pack(StoredFile asked, List<String> columns, OutputStream packed)
      throws SQLException, IOException {
    try (DigestStream content = new DigestStream(new GZIPOutputStream(packed, BUFFER_BYTES))) {
      return copyOut(asked, table(asked.register()), names(columns), content);
    }
  }

  /**
   * Loads the records of a file into a table.
   *
   * @param table as SQL
   * @throws IllegalStateException when the table has not got as many as the file has
   */
  public void load(StoredFile file, InputStream content, String table)
      throws SQLException, IOException {
    long lines =
        copies()
            .copyIn(
                "copy %s (%s) from stdin (format csv)".formatted(table, names(columns(content))),
                content,
                BUFFER_BYTES);
    if (lines != file.lines()) {
      throw differs(file, table);
    }
  }

  /**
   * Loads those records of a file that have one of some line numbers.
   *
   * @param table as SQL
   */
  public void load(InputStream content, String table, BitSet lines)
      throws SQLException, IOException {
    copies()
        .copyIn(
            """
            copy %s (%s) from stdin (format csv)
            where case when line < %d then get_bit('\\x%s'::bytea, line) = 1 else false end
            """
                .formatted(
                    table,
                    names(columns(content)),
                    lines.length(),
                    HexFormat.of().formatHex(lines.toByteArray())),
            content,
            BUFFER_BYTES);
  }

  /**
   * Compares the records that a table has of a delivery with those that were written.
   *
   * @param table as SQL
   * @throws IllegalStateException when they differ
   */
  public void require(StoredFile file, List<String> columns, String table)
      throws SQLException, IOException {
    DigestStream there = new DigestStream(OutputStream.nullOutputStream());
    StoredFile found = copyOut(file, table, names(columns), there);
    if (found.lines() != file.lines() || !found.contentSha256().equals(file.contentSha256())) {
      throw differs(file, table);
    }
  }

  /** The columns that a file has. */
  public static List<String> columns(InputStream content) throws IOException {
    return List.of(header(content).split(","));
  }

  private static String header(InputStream content) throws IOException {
    StringBuilder header = new StringBuilder();
    for (int next = content.read(); next != '\n' && next >= 0; next = content.read()) {
      header.append((char) next);
    }
    return header.toString();
  }

  private StoredFile copyOut(StoredFile of, String table, String columns, DigestStream out)
      throws SQLException, IOException {
    long lines =
        copies()
            .copyOut(
                """
                copy (
                  select %s
                  from %s
                  where delivery_id = %d
                    and verdict = 'a'
                  order by line
                ) to stdout (format csv, header)
                """
                    .formatted(columns, table, of.delivery()),
                out);
    return new StoredFile(
        of.delivery(),
        of.register(),
        of.year(),
        of.folder(),
        of.file(),
        lines,
        of.bytes(),
        of.sha256(),
        out.sha256());
  }

  private CopyManager copies() throws SQLException {
    return session.unwrap(PGConnection.class).getCopyAPI();
  }

  private static String names(List<String> columns) {
    return columns.stream().map(SqlName::checked).collect(Collectors.joining(", "));
  }

  private static IllegalStateException differs(StoredFile file, String table) {
    return new IllegalStateException(
        "the records of %s and of delivery %d in %s differ"
            .formatted(file.file(), file.delivery(), table));
  }
}
