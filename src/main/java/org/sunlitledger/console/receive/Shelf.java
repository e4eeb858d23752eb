package org.sunlitledger.console.receive;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that takes files, with a limit of its own. */
public interface Shelf {

  /** What lies on it. */
  record ShelfUse(long bytes, int files) {}

  /** Where files are put. */
  Path folder();

  /** The folder as the log names it, with a slash at its end; empty for the inbox itself. */
  String shown();

  ShelfUse use() throws IOException;

  /** Whether a run has begun to read the file at this place and still needs it there. */
  boolean isInUse(Path file) throws IOException;
}
