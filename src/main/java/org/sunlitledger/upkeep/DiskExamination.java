package org.sunlitledger.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/** Examines whether the disks of the folders have space left. */
final class DiskExamination implements Examination {
  /** Below this part of what is expected, a night may fill the disk. */
  private static final int BROKEN_PART = 5;

  private final List<Path> folders;
  private final DataSize expected;

  DiskExamination(List<Path> folders, DataSize expected) {
    this.folders = folders;
    this.expected = expected;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public List<Finding> examine() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (FreeSpace disk : FreeSpace.of(folders)) {
      Object[] arguments = {
        disk.folders().stream().map(Path::toString).collect(Collectors.joining(", ")),
        Sizes.text(disk.size()),
        Sizes.text(expected)
      };
      if (disk.size().compareTo(expected) >= 0) {
        findings.add(Finding.ok("disk.free", arguments));
      } else if (disk.size().toBytes() >= expected.toBytes() / BROKEN_PART) {
        findings.add(Finding.look("disk.low", arguments));
      } else {
        findings.add(Finding.broken("disk.full", arguments));
      }
    }
    return findings;
  }
}
