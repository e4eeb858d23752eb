package org.sunlitledger.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The lines of a delivered file, from the top; lines with nothing on them are passed over. */
interface LineSource extends Closeable {

  /** The next line; nothing at the end. */
  Optional<Line> next() throws FileFault, IOException;

  /** How much of the file has been read, for the progress that is shown. */
  long bytesRead();

  /** Digest of the whole file as it was read; to be asked for at the end. */
  String sha256() throws IOException;
}
