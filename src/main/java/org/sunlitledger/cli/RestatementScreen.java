package org.sunlitledger.cli;

import org.sunlitledger.close.Restatement;

/** Shows a restatement while it is read. */
interface RestatementScreen extends Restatement.Reader, AutoCloseable {

  /** After the last line. */
  void finish() throws java.io.IOException;

  @Override
  void close() throws java.io.IOException;
}
