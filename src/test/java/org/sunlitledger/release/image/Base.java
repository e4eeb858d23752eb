package org.sunlitledger.release.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sunlitledger.release.tar.FolderTar;
import org.sunlitledger.release.tar.Rights;

/** The system below the program: a folder as debootstrap makes it. */
record Base(Path folder) {
  private static final String ZONE = "/usr/share/zoneinfo/Asia/Shanghai";

  /** What the scripts and programs of a release call or are linked with. */
  private static final List<String> NEEDED =
      List.of(
          "bin/bash",
          "bin/sh",
          "usr/bin/find",
          "usr/bin/flock",
          "usr/bin/sed",
          ZONE.substring(1),
          "etc/passwd",
          "etc/group");

  private static final List<String> LIBRARIES =
      List.of("libstdc++.so.6", "libgcc_s.so.1", "libz.so.1");

  /** Folders whose content belongs to the machine that made them, or is made by the engine. */
  private static final List<Path> LEFT_EMPTY =
      Stream.of(
              "dev",
              "proc",
              "sys",
              "run",
              "tmp",
              "debootstrap",
              "var/tmp",
              "var/log",
              "var/cache",
              "var/lib/apt/lists")
          .map(Path::of)
          .toList();

  private static final String USER = "sunlit:x:%d:%<d:Sunlit Ledger:/data:/usr/sbin/nologin\n";
  private static final String GROUP = "sunlit:x:%d:\n";

  /**
   * Looks whether what a release needs is there.
   *
   * @throws IOException with all that is missing
   */
  void verify() throws IOException {
    Stream<String> files = NEEDED.stream().filter(name -> !Files.exists(folder.resolve(name)));
    List<String> missing =
        Stream.concat(files, LIBRARIES.stream().filter(name -> !hasLibrary(name))).toList();
    if (!missing.isEmpty()) {
      throw new IOException(
          "%s has no %s: it is to be a whole system, as debootstrap makes it"
              .formatted(folder, String.join(", ", missing)));
    }
  }

  private boolean hasLibrary(String name) {
    return Stream.of("lib", "usr/lib")
        .map(folder::resolve)
        .flatMap(
            libraries ->
                Stream.of("", "x86_64-linux-gnu", "aarch64-linux-gnu").map(libraries::resolve))
        .anyMatch(libraries -> Files.exists(libraries.resolve(name)));
  }

  void addTo(FolderTar tar) throws IOException {
    tar.addContent(folder, "", Rights::found, Base::isWanted);
  }

  private static boolean isWanted(Path path) {
    return LEFT_EMPTY.stream().noneMatch(empty -> path.startsWith(empty) && !path.equals(empty));
  }

  /** The lists of users and groups with that of the program, and the zone of the machine. */
  void addOwnTo(FolderTar tar, int number) throws IOException {
    tar.addLink("etc/localtime", ZONE, new Rights(0777, 0, 0));
    addLine(tar, "etc/passwd", USER.formatted(number));
    addLine(tar, "etc/group", GROUP.formatted(number));
  }

  private void addLine(FolderTar tar, String name, String line) throws IOException {
    String list = Files.readString(folder.resolve(name));
    tar.addFile(name, (list + line).getBytes(StandardCharsets.UTF_8), new Rights(0644, 0, 0));
  }
}
