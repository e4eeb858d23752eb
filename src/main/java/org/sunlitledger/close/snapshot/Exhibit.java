package org.sunlitledger.close.snapshot;

import java.util.Map;

/** Gives files that belong into the snapshot of a year besides its own: a proof, a statement. */
public interface Exhibit {

  /** Names and contents, the same whenever their content is the same; empty when there is none. */
  Map<String, byte[]> of(int year);
}
