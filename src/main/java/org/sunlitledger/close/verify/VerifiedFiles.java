package org.sunlitledger.close.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlitledger.close.snapshot.SnapshotFiles;
import org.sunlitledger.close.snapshot.SnapshotStore;
import org.sunlitledger.close.snapshot.SnapshotStore.SnapshotPart;
import org.sunlitledger.close.verify.Verification.Disagreement;
import org.sunlitledger.close.verify.Verification.SnapshotFault;
import org.sunlitledger.quantity.digest.DigestStream;
import org.sunlitledger.quantity.digest.Sha256;

/** Compares the files of a snapshot with its list. Links and the like are no files of it. */
final class VerifiedFiles {
  private VerifiedFiles() {}

  static List<Disagreement> of(Path folder, List<SnapshotPart> parts) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of(new Disagreement(SnapshotFault.FOLDER_MISSING, folder.toString()));
    }
    List<Disagreement> found = new ArrayList<>();
    Map<String, String> digests = digests(folder);
    Map<String, String> sealed =
        parts.stream().collect(Collectors.toMap(SnapshotPart::name, SnapshotPart::sha256));
    sealed.put(SnapshotFiles.LIST, Sha256.sha256(SnapshotStore.list(parts)));
    for (String name : new TreeSet<>(sealed.keySet())) {
      String now = digests.remove(name);
      if (now == null) {
        found.add(new Disagreement(SnapshotFault.FILE_MISSING, name));
      } else if (!now.equals(sealed.get(name))) {
        found.add(new Disagreement(SnapshotFault.FILE_CHANGED, name));
      }
    }
    digests
        .keySet()
        .forEach(name -> found.add(new Disagreement(SnapshotFault.FILE_UNLISTED, name)));
    return found;
  }

  /** By name; what is neither a file nor a folder has none, and so is like no part. */
  private static Map<String, String> digests(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    List<Path> all;
    try (Stream<Path> walked = Files.walk(folder)) {
      all = walked.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList();
    }
    for (Path path : all) {
      boolean isFile = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
      digests.put(
          folder.relativize(path).toString().replace('\\', '/'),
          isFile ? DigestStream.of(path).sha256() : "");
    }
    return digests;
  }
}
