package org.sunlitledger.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Loads the records of files into tables, within the transaction that is under way. A file whose
 * digest differs is a {@link StorageFault} and is not used.
 */
@Component
final class FileLoad {
  private final StorageFolder folder;
  private final DataSource dataSource;

  FileLoad(StorageFolder folder, DataSource dataSource) {
    this.folder = folder;
    this.dataSource = dataSource;
  }

  /** Loads all records of a file. */
  void all(StoredFile file, String table) {
    inSession(file, (copy, content) -> copy.load(file, content, table));
  }

  /** Loads the records of a file that have one of some line numbers. */
  void some(StoredFile file, String table, BitSet lines) {
    inSession(file, (copy, content) -> copy.load(content, table, lines));
  }

  /**
   * Compares a table with a file.
   *
   * @throws IllegalStateException when they differ
   */
  void compare(StoredFile file, String table) {
    inSession(file, (copy, content) -> copy.require(file, LineCopy.columns(content), table));
  }

  private interface FileWork {
    void with(LineCopy copy, InputStream content) throws SQLException, IOException;
  }

  private void inSession(StoredFile file, FileWork work) {
    Connection session = DataSourceUtils.getConnection(dataSource);
    try (InputStream content = folder.open(file)) {
      work.with(new LineCopy(session), content);
    } catch (SQLException problem) {
      throw new IllegalStateException(
          "records could not be loaded from their files: " + problem.getMessage(), problem);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } finally {
      DataSourceUtils.releaseConnection(session, dataSource);
    }
  }
}
