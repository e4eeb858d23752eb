package org.sunlitledger.notice.problem;

import java.io.IOException;
import java.util.List;
import org.sunlitledger.upkeep.NotExamined;

/** Looks for problems of one kind. */
public interface Watch {
  /** The kind, as the database and the bundle for notices name it. */
  String kind();

  /**
   * What is wrong now. If it cannot be seen, what was wrong before is still taken for wrong.
   *
   * @throws NotExamined if something that it needs is not there
   * @throws IOException if something that it needs does not answer
   */
  List<Seen> look() throws NotExamined, IOException;
}
