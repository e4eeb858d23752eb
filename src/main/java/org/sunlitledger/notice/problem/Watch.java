package org.sunlitledger.notice.problem;

import java.io.IOException;
import java.util.List;

/** Looks for problems of one kind. */
public interface Watch {
  /** The kind, as the database and the bundle for notices name it. */
  String kind();

  /**
   * What is wrong now.
   *
   * @throws IOException if it cannot be seen; what was wrong before is then still taken for wrong
   */
  List<Seen> look(Look at) throws IOException;
}
