package org.sunlitledger.intake.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Opens OLE containers with any bytes in their file names. A {@code File} would lose some of these
 * bytes.
 */
public final class OleContainer {
  private OleContainer() {}

  /** Opens a container. Closing it closes the file. */
  public static POIFSFileSystem open(Path file) throws IOException {
    return new POIFSFileSystem(FileChannel.open(file), true, true);
  }
}
