package org.sunlitledger.upkeep;

import java.io.IOException;
import java.util.List;

/** Examines one thing of an installation and changes nothing. */
public interface Examination {

  /** A word in small letters, the same in all versions of the program. */
  String name();

  /**
   * Examines it.
   *
   * @return at least one finding
   * @throws NotExamined when something that it needs is not there
   */
  List<Finding> examine() throws NotExamined, IOException;
}
