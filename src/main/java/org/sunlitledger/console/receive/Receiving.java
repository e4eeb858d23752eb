package org.sunlitledger.console.receive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.receive.UploadRefusal.UploadFault;
import org.sunlitledger.console.receive.UploadRoom.ReservedRoom;
import org.sunlitledger.quantity.digest.DigestStream;

/**
 * Writes a file onto a shelf as it arrives: first under a name that runs leave out, and under its
 * own name only when it is whole and on the disk. Never more than a block of it is in memory.
 */
@Component
public final class Receiving {
  /** Runs take entries with such names for the system's. */
  static final String ON_THE_WAY = ".sunlit-upload-";

  private final UploadNames names;
  private final UploadRoom room;
  private final UploadScan scan;
  private final UploadTable uploads;

  Receiving(UploadNames names, UploadRoom room, UploadScan scan, UploadTable uploads) {
    this.names = names;
    this.room = room;
    this.scan = scan;
    this.uploads = uploads;
  }

  /**
   * A file on its way.
   *
   * @param account of the person who sends it
   * @param name as sent
   * @param bytes as announced; negative if they are not
   * @param replaces whether it may take the place of a file with its name
   */
  public record IncomingFile(
      long account, Shelf shelf, String name, long bytes, boolean replaces) {}

  /** A file that is on the shelf now. */
  public record ReceivedFile(Path path, String sha256) {}

  /** Verifies that a file may be sent, so that nobody sends a large one in vain. */
  void verify(IncomingFile file) throws UploadRefusal, IOException {
    verifyPlace(file, target(file));
    room.reserve(file.shelf(), file.bytes()).close();
  }

  /** Receives a file. If it is refused or the connection breaks, nothing is left of it. */
  @SuppressWarnings("try") // the room is only held
  ReceivedFile receive(IncomingFile file, InputStream content) throws UploadRefusal, IOException {
    Path target = target(file);
    verifyPlace(file, target);
    if (file.bytes() < 0) {
      throw new UploadRefusal(UploadFault.NO_LENGTH);
    }
    ReservedRoom reserved = room.reserve(file.shelf(), file.bytes());
    try {
      return keep(file, target, content);
    } finally {
      reserved.close();
    }
  }

  private ReceivedFile keep(IncomingFile file, Path target, InputStream content)
      throws UploadRefusal, IOException {
    Path arriving = Files.createTempFile(file.shelf().folder(), ON_THE_WAY, "");
    try {
      String sha256 = write(content, arriving, file.bytes());
      scan.verify(arriving);
      // first, so that no run takes a file of which nobody knows whose it is
      uploads.add(sha256, file.account());
      try {
        place(arriving, file, target);
      } catch (UploadRefusal | IOException notThere) {
        uploads.forget(sha256);
        throw notThere;
      }
      return new ReceivedFile(target, sha256);
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  private Path target(IncomingFile file) throws UploadRefusal {
    return file.shelf().folder().resolve(names.checked(file.name()));
  }

  private static void verifyPlace(IncomingFile file, Path target)
      throws UploadRefusal, IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!file.replaces() || !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new UploadRefusal(UploadFault.THERE);
    }
    if (file.shelf().isInUse(target)) {
      throw new UploadRefusal(UploadFault.BEING_TAKEN);
    }
  }

  private static String write(InputStream content, Path file, long bytes)
      throws UploadRefusal, IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        DigestStream digest = new DigestStream(Channels.newOutputStream(channel))) {
      content.transferTo(digest);
      if (digest.bytes() != bytes) {
        throw new UploadRefusal(UploadFault.INCOMPLETE);
      }
      channel.force(true);
      return digest.sha256();
    }
  }

  private void place(Path arriving, IncomingFile file, Path target)
      throws UploadRefusal, IOException {
    verifyPlace(file, target);
    if (file.replaces()) {
      Files.move(arriving, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    try {
      // unlike a move, a link never takes the place of a file that came at the same moment
      Files.createLink(target, arriving);
    } catch (FileAlreadyExistsException there) {
      throw new UploadRefusal(UploadFault.THERE);
    } catch (UnsupportedOperationException | FileSystemException withoutLinks) {
      moveToFreePlace(arriving, target);
    }
  }

  /** For disks without links; of two uploads at the same moment one is refused. */
  private synchronized void moveToFreePlace(Path arriving, Path target)
      throws UploadRefusal, IOException {
    try {
      Files.move(arriving, target);
    } catch (FileAlreadyExistsException there) {
      throw new UploadRefusal(UploadFault.THERE);
    }
  }
}
