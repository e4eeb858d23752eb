package org.sunlitledger.cli.install;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is changed: this machine, a folder that will be the root of one, or nothing. */
final class Target {

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Work on the files below this folder, as for the image of a machine.")
  private @Nullable String root;

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (root != null) {
      arguments.addAll(List.of("--root", root));
    }
    if (dryRun) {
      arguments.add("--dry-run");
    }
    return arguments;
  }
}
