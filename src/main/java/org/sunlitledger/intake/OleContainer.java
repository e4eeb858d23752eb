package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Opens OLE containers, whatever bytes their names are made of: a {@code File} would lose them. */
final class OleContainer {
  private OleContainer() {}

  /** Closing it closes the file. */
  static POIFSFileSystem open(Path file) throws IOException {
    return new POIFSFileSystem(FileChannel.open(file), true, true);
  }
}
