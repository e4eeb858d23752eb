package org.sunlitledger.reconcile.match;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;

/** The place of a file among the others of its folder. */
public final class MatchingOrder {
  private MatchingOrder() {}

  /** The files of a folder in their order; an error when two have the same place. */
  public static List<SqlFile> sorted(Definitions definitions, String folder) {
    SortedMap<Integer, SqlFile> files = new TreeMap<>();
    for (SqlFile file : SqlFile.all(definitions, folder)) {
      SqlFile other = files.putIfAbsent(of(file), file);
      if (other != null) {
        throw new DefinitionException(
            file.path(), "order %d is that of %s".formatted(of(file), other.path()));
      }
    }
    return List.copyOf(files.values());
  }

  /** The number in its header; a complaint when it is none. */
  public static int of(SqlFile file) {
    file.header().text("order");
    return file.header().number("order", 0);
  }
}
