package org.sunlitledger.health.machine;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;

/**
 * Examines whom the folders belong to, that nobody else reads what this machine keeps, and that the
 * program may write where it has to.
 */
public final class FoldersExamination implements Examination {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private final Path own;
  private final List<Path> others;

  /**
   * @param own what this machine keeps
   * @param others folders that the program writes to; it makes those below its own when it needs
   *     them
   */
  public FoldersExamination(Path own, List<Path> others) {
    this.own = own;
    this.others = others;
  }

  @Override
  public String name() {
    return "folders";
  }

  @Override
  public List<Finding> examine() throws IOException {
    List<Finding> findings = new ArrayList<>();
    UnixSystem user = new UnixSystem();
    if (!Files.isDirectory(own)) {
      findings.add(Finding.look("folders.none", own));
    } else if (!Files.getAttribute(own, "unix:uid").equals((int) user.getUid())) {
      // what another user may write does not matter to the program
      return List.of(
          Finding.broken(
              "folders.foreign", own, Files.getOwner(own).getName(), user.getUsername()));
    } else if (!OWNER.containsAll(Files.getPosixFilePermissions(own))) {
      findings.add(
          Finding.broken(
              "folders.readable",
              own,
              PosixFilePermissions.toString(Files.getPosixFilePermissions(own))));
    }
    for (Path folder : others) {
      if (!Files.exists(folder)) {
        if (folder.startsWith(own)) {
          continue;
        }
        findings.add(Finding.look("folders.none", folder));
      } else if (!Files.isDirectory(folder) || !isUsable(folder)) {
        findings.add(Finding.broken("folders.not-writable", folder, user.getUsername()));
      }
    }
    return findings.isEmpty() ? List.of(Finding.ok("folders.found", own)) : findings;
  }

  private static boolean isUsable(Path folder) {
    return Files.isReadable(folder) && Files.isWritable(folder) && Files.isExecutable(folder);
  }
}
