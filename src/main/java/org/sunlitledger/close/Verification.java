package org.sunlitledger.close;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.Closes.Close;
import org.sunlitledger.close.SnapshotStore.Part;
import org.sunlitledger.quantity.DigestStream;
import org.sunlitledger.quantity.Digests;

/**
 * Computes every digest of a snapshot again: from what the database keeps, from the files, and as
 * long as the close is in force from the figures, roll-ups and deliveries themselves.
 */
@Component
public final class Verification {
  private final Closes closes;
  private final SnapshotStore store;
  private final YearTables tables;
  private final TransactionTemplate transaction;

  Verification(
      Closes closes, SnapshotStore store, YearTables tables, TransactionTemplate transaction) {
    this.closes = closes;
    this.store = store;
    this.tables = tables;
    this.transaction = transaction;
  }

  /** In which way something does not agree with the snapshot. */
  public enum Fault {
    PART_CHANGED,
    PART_UNLISTED,
    LIST_CHANGED,
    TABLE_CHANGED,
    FILE_CHANGED,
    FILE_MISSING,
    FILE_UNLISTED
  }

  /**
   * One thing that does not agree.
   *
   * @param name of the part or file
   */
  public record Disagreement(Fault fault, String name) {}

  /**
   * What verifying a snapshot came to.
   *
   * @param files the folder that was compared, if it is there
   */
  public record Verdict(
      int year,
      int number,
      String sha256,
      int parts,
      Optional<Path> files,
      List<Disagreement> disagreements) {}

  /** Verifies all snapshots of a year, or the one of a number. */
  public List<Verdict> verify(int year, Optional<Integer> number, Path out) {
    return closes.of(year).stream()
        .filter(close -> number.isEmpty() || number.get() == close.number())
        .map(close -> transaction.execute(status -> verdict(close, out)))
        .toList();
  }

  private Verdict verdict(Close close, Path out) {
    try {
      List<Part> parts = store.parts(close.id());
      List<Disagreement> found = new ArrayList<>();
      found.addAll(stored(close, parts));
      found.addAll(listed(close, parts));
      if (close.inForce()) {
        found.addAll(live(close, parts));
      }
      Path folder = SnapshotFiles.folder(out, close);
      boolean hasFiles = Files.isDirectory(folder);
      if (hasFiles) {
        found.addAll(files(folder, parts));
      }
      return new Verdict(
          close.year(),
          close.number(),
          close.sha256(),
          parts.size(),
          Optional.of(folder).filter(there -> hasFiles),
          found);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private List<Disagreement> stored(Close close, List<Part> parts) throws IOException {
    Map<String, String> digests =
        PartSink.digests(
            sink -> {
              for (Part part : parts) {
                sink.part(part.name(), to -> store.copy(close.id(), part.name(), to));
              }
            });
    List<Disagreement> found = new ArrayList<>(changed(Fault.PART_CHANGED, digests, parts));
    store.unlisted(close.id()).forEach(n -> found.add(new Disagreement(Fault.PART_UNLISTED, n)));
    return found;
  }

  /** The list is what was sealed, and says what the close itself says. */
  private static List<Disagreement> listed(Close close, List<Part> parts) {
    boolean sealed = SnapshotStore.digest(parts).equals(close.sha256());
    String said = Digests.sha256(SnapshotContents.close(close));
    boolean agrees =
        parts.contains(
            new Part(SnapshotContents.CLOSE, SnapshotContents.close(close).length, said));
    return sealed && agrees
        ? List.of()
        : List.of(new Disagreement(Fault.LIST_CHANGED, SnapshotFiles.LIST));
  }

  private List<Disagreement> live(Close close, List<Part> parts) throws IOException {
    return changed(
        Fault.TABLE_CHANGED,
        PartSink.digests(
            sink -> tables.writeTo(sink, close.year(), closes.closedBefore(close.year()))),
        parts);
  }

  private static List<Disagreement> changed(
      Fault fault, Map<String, String> digests, List<Part> parts) {
    Map<String, String> sealed = parts.stream().collect(Collectors.toMap(Part::name, Part::sha256));
    return digests.entrySet().stream()
        .filter(now -> !now.getValue().equals(sealed.get(now.getKey())))
        .map(now -> new Disagreement(fault, now.getKey()))
        .toList();
  }

  private static List<Disagreement> files(Path folder, List<Part> parts) throws IOException {
    List<Disagreement> found = new ArrayList<>();
    Map<String, String> digests = new HashMap<>();
    for (String name : names(folder)) {
      digests.put(name, digest(folder.resolve(name)));
    }
    Map<String, String> sealed = parts.stream().collect(Collectors.toMap(Part::name, Part::sha256));
    sealed.put(SnapshotFiles.LIST, Digests.sha256(SnapshotStore.list(parts)));
    for (String name : new TreeSet<>(sealed.keySet())) {
      String now = digests.remove(name);
      if (now == null) {
        found.add(new Disagreement(Fault.FILE_MISSING, name));
      } else if (!now.equals(sealed.get(name))) {
        found.add(new Disagreement(Fault.FILE_CHANGED, name));
      }
    }
    new TreeSet<>(digests.keySet())
        .forEach(name -> found.add(new Disagreement(Fault.FILE_UNLISTED, name)));
    return found;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  private static String digest(Path file) throws IOException {
    DigestStream digest = new DigestStream(OutputStream.nullOutputStream());
    Files.copy(file, digest);
    return digest.sha256();
  }
}
