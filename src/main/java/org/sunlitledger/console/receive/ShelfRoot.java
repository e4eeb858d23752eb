package org.sunlitledger.console.receive;

import java.io.IOException;
import java.nio.file.Path;

/** The folder that all shelves of one kind are in, or are. */
public interface ShelfRoot {
  Path root() throws IOException;
}
