package org.sunlitledger.reconcile;

import org.sunlitledger.database.DefinitionException;
import org.sunlitledger.database.SqlFile;

/** Where a file stands among the others of its folder. */
final class Order {
  private Order() {}

  /** The number in its header; a complaint when it is none, or the id is not the file's name. */
  static int of(SqlFile file) {
    if (!file.required("id").equals(file.name())) {
      throw new DefinitionException(file.path(), "the id must be the file's name");
    }
    try {
      return Integer.parseInt(file.required("order"));
    } catch (NumberFormatException problem) {
      throw new DefinitionException(file.path(), "order is a whole number");
    }
  }
}
