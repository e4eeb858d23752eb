package org.sunlitledger.cli.close;

import org.sunlitledger.close.late.Restatement;

/** Shows a restatement while it is read. */
interface RestatementScreen extends Restatement.Reader, AutoCloseable {

  /** After the last line. */
  void finish() throws java.io.IOException;

  @Override
  void close() throws java.io.IOException;
}
