package org.sunlitledger.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.release.image.Image;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the archives of a release; see docs/operations.md. */
@Command
public final class Release {
  private static final String NAME = "sunlit-ledger-";
  private static final double MEGABYTE = 1e6;

  @Option(names = "--project", required = true)
  private Path project = Path.of("");

  @Option(names = "--version", required = true)
  private String version = "";

  @Option(names = "--date", required = true, description = "Of the commit.")
  private Instant date = Instant.EPOCH;

  @Option(names = "--changed", required = true, description = "Whether files are not committed.")
  private String changed = "";

  @Option(names = "--x86_64", description = "A JDK to link from; none if empty.")
  private String x86 = "";

  @Option(names = "--aarch64", description = "The same.")
  private String arm = "";

  @Option(
      names = "--base-x86_64",
      description = "A system, as debootstrap makes it, to make an image from; no image if empty.")
  private String x86Base = "";

  @Option(names = "--base-aarch64", description = "The same.")
  private String armBase = "";

  /**
   * Makes them.
   *
   * @throws IOException when one that was asked for cannot be made
   */
  public static void main(String[] arguments) throws IOException {
    CommandLine.populateCommand(new Release(), arguments).make();
  }

  private void make() throws IOException {
    if (!Files.isDirectory(project.resolve(".git"))) {
      throw new IOException(
          "a release is made in a clone: in a worktree the plugin that asks git for the time of the"
              + " commit sees that of the clone");
    }
    if (!changed.equals("false")) {
      throw new IOException(
          "a release is made from a commit, and here are files that differ from it or are not in"
              + " it: `git status` lists them; commit, stash or delete them");
    }
    if (!Files.exists(project.resolve("target/bom.json"))) {
      throw new IOException(
          "target/bom.json, the list of libraries, was not made: its plugin does nothing when Maven is"
              + " offline, so build without -o");
    }
    Path dist = project.resolve("target/dist");
    FileSystemUtils.deleteRecursively(dist);
    Files.createDirectories(dist);
    List<Path> made = new ArrayList<>();
    for (Architecture architecture : Architecture.values()) {
      Optional<Path> jdk = jdk(architecture);
      if (jdk.isPresent()) {
        made.add(archive(architecture, jdk.get(), dist));
        if (!base(architecture).isEmpty()) {
          made.add(image(architecture, dist));
        }
      } else {
        System.out.printf(
            "linux-%s: not made, as this needs a JDK for it: -Ddist.jdk.%s=DIR names one%n",
            architecture, architecture);
      }
    }
    Sums.write(dist, made);
  }

  private Path archive(Architecture architecture, Path jdk, Path dist) throws IOException {
    FileSystemUtils.deleteRecursively(folder(architecture).getParent());
    Path folder = Files.createDirectories(folder(architecture));
    new ReleaseFolder(project, folder).fill(architecture, jlink(architecture, jdk), jdk);
    Path archive = dist.resolve(NAME + version + "-linux-" + architecture + ".tar.gz");
    Archive.write(folder, date, archive);
    return withSize(archive);
  }

  private Path image(Architecture architecture, Path dist) throws IOException {
    Path base = Path.of(base(architecture));
    architecture.mustBeThatOf(base.resolve("bin/bash"));
    Path file = dist.resolve(NAME + version + "-image-" + architecture + ".tar");
    Path folder = folder(architecture);
    new Image(version, architecture.nameInImages(), date)
        .write(
            folder,
            base,
            folder.resolve("jobs/schedules/container/Dockerfile"),
            folder.resolveSibling("image"),
            file);
    return withSize(file);
  }

  private static Path withSize(Path file) throws IOException {
    System.out.printf("%s: %.0f MB%n", file, Files.size(file) / MEGABYTE);
    return file;
  }

  private Path folder(Architecture architecture) {
    return project
        .resolve("target/release")
        .resolve(architecture.toString())
        .resolve(NAME + version);
  }

  private String base(Architecture architecture) {
    return architecture == Architecture.X86_64 ? x86Base : armBase;
  }

  private Optional<Path> jdk(Architecture architecture) {
    String named = architecture == Architecture.X86_64 ? x86 : arm;
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    return isThisMachine(architecture) ? Optional.of(ownJdk()) : Optional.empty();
  }

  /** For another processor that of the JDK which runs this, which must be of the same version. */
  private static Path jlink(Architecture architecture, Path jdk) throws IOException {
    Path home = isThisMachine(architecture) ? jdk : ownJdk();
    Path jlink = home.resolve("bin/jlink");
    if (!Files.isExecutable(jlink)) {
      throw new IOException(
          "%s has no bin/jlink: a JDK for linux-%s is needed, unpacked"
              .formatted(home, architecture));
    }
    return jlink;
  }

  private static boolean isThisMachine(Architecture architecture) {
    return Architecture.ofThisMachine().filter(architecture::equals).isPresent();
  }

  private static Path ownJdk() {
    return Path.of(System.getProperty("java.home"));
  }
}
