package org.sunlitledger.intake.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Opens OLE containers, whatever bytes their names are made of: a {@code File} would lose them. */
public final class OleContainer {
  private OleContainer() {}

  /** Closing it closes the file. */
  public static POIFSFileSystem open(Path file) throws IOException {
    return new POIFSFileSystem(FileChannel.open(file), true, true);
  }
}
