package org.sunlitledger.close.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.snapshot.ClosePage;
import org.sunlitledger.close.snapshot.FrozenTables;
import org.sunlitledger.close.snapshot.PartSink;
import org.sunlitledger.close.snapshot.SnapshotContents;
import org.sunlitledger.close.snapshot.SnapshotFiles;
import org.sunlitledger.close.snapshot.SnapshotStore;
import org.sunlitledger.close.snapshot.SnapshotStore.SnapshotPart;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.database.audit.AuditChain;
import org.sunlitledger.database.audit.AuditChain.BrokenLink;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.quantity.digest.Sha256;

/**
 * Computes every digest of a snapshot again: from what the database keeps, from the files, and as
 * long as the close is in force from the tables themselves. What cannot be compared is said.
 */
@Component
public final class Verification {
  private final YearCloseTable closes;
  private final SnapshotStore store;
  private final ClosePage page;
  private final List<FrozenTables> tables;
  private final VerifiedStorage storage;
  private final AuditChain chain;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  Verification(
      YearCloseTable closes,
      SnapshotStore store,
      ClosePage page,
      List<FrozenTables> tables,
      VerifiedStorage storage,
      AuditChain chain,
      AuditTrail audit,
      TransactionTemplate transaction) {
    this.closes = closes;
    this.store = store;
    this.page = page;
    this.tables = tables;
    this.storage = storage;
    this.chain = chain;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** In which way something does not agree with the snapshot. */
  public enum SnapshotFault {
    PART_CHANGED,
    PART_UNLISTED,
    LIST_CHANGED,
    TABLE_CHANGED,
    STORED_CHANGED,
    STORED_MISSING,
    STORED_UNRECORDED,
    AUDIT_BROKEN,
    AUDIT_MISSING,
    DIGEST_DIFFERS,
    FOLDER_MISSING,
    FILE_CHANGED,
    FILE_MISSING,
    FILE_UNLISTED,
    PAGE_CHANGED,
    PAGE_MISSING
  }

  /**
   * One thing that does not agree.
   *
   * @param name of the part or file
   */
  public record Disagreement(SnapshotFault fault, String name) {}

  /**
   * The result of verifying a snapshot.
   *
   * @param live whether it was compared with the tables, which a reopened year has changed since
   * @param files the folder that it was compared with; one that is missing is a disagreement
   */
  public record Verdict(
      int year,
      int number,
      String sha256,
      int parts,
      boolean live,
      Path files,
      List<Disagreement> disagreements) {

    public boolean agrees() {
      return disagreements.isEmpty();
    }
  }

  /**
   * Verifies all snapshots of a year, or the one of a number.
   *
   * @param digest the SHA-256 that somebody has on paper, of the snapshot of that number or else of
   *     any
   */
  public List<Verdict> verify(
      int year, Optional<Integer> number, Optional<String> digest, Path out) {
    List<SealedClose> all = closes.of(year);
    List<SealedClose> wanted =
        all.stream().filter(close -> number.isEmpty() || number.get() == close.number()).toList();
    boolean isOfOne =
        wanted.stream()
            .anyMatch(close -> digest.filter(close.sha256()::equalsIgnoreCase).isPresent());
    Optional<BrokenLink> broken = transaction.execute(status -> chain.firstBroken());
    return wanted.stream()
        .map(
            close -> {
              boolean isLast = close.number() == wanted.get(wanted.size() - 1).number();
              Optional<String> paper = digest.filter(some -> isLast && !isOfOne);
              return transaction.execute(status -> verdict(close, broken, paper, out));
            })
        .toList();
  }

  private Verdict verdict(
      SealedClose close, Optional<BrokenLink> broken, Optional<String> paper, Path out) {
    try {
      List<SnapshotPart> parts = store.parts(close.id());
      List<Disagreement> found = new ArrayList<>();
      paper
          .filter(digest -> !digest.equalsIgnoreCase(close.sha256()))
          .ifPresent(digest -> found.add(new Disagreement(SnapshotFault.DIGEST_DIFFERS, digest)));
      found.addAll(stored(close, parts));
      found.addAll(listed(close, parts));
      if (close.inForce()) {
        found.addAll(storage.of(close));
        found.addAll(live(close, parts));
      }
      found.addAll(audited(close, broken));
      Path folder = SnapshotFiles.folder(out, close);
      found.addAll(VerifiedFiles.of(folder, parts));
      found.addAll(printed(close, ClosePage.file(out, close)));
      return new Verdict(
          close.year(),
          close.number(),
          close.sha256(),
          parts.size(),
          close.inForce(),
          folder,
          found);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private List<Disagreement> stored(SealedClose close, List<SnapshotPart> parts)
      throws IOException {
    Map<String, String> digests =
        PartSink.digests(
            sink -> {
              for (SnapshotPart part : parts) {
                sink.part(part.name(), to -> store.copy(close.id(), part.name(), to));
              }
            });
    List<Disagreement> found = new ArrayList<>();
    changed(digests, parts)
        .forEach(n -> found.add(new Disagreement(SnapshotFault.PART_CHANGED, n)));
    store
        .unlisted(close.id())
        .forEach(n -> found.add(new Disagreement(SnapshotFault.PART_UNLISTED, n)));
    return found;
  }

  /** The list is what was sealed, and says what the close itself says. */
  private static List<Disagreement> listed(SealedClose close, List<SnapshotPart> parts) {
    boolean sealed = SnapshotStore.digest(parts).equals(close.sha256());
    String said = Sha256.sha256(SnapshotContents.close(close));
    boolean agrees =
        parts.contains(
            new SnapshotPart(SnapshotContents.CLOSE, SnapshotContents.close(close).length, said));
    return sealed && agrees
        ? List.of()
        : List.of(new Disagreement(SnapshotFault.LIST_CHANGED, SnapshotFiles.LIST));
  }

  private List<Disagreement> live(SealedClose close, List<SnapshotPart> parts) throws IOException {
    Map<String, String> sheets = new TreeMap<>();
    Map<String, String> digests =
        PartSink.digests(
            sink -> {
              PartSink both = SnapshotContents.keepingDigestSheets(sink, sheets);
              for (FrozenTables frozen : tables) {
                frozen.writeTo(both, close, closes.closedBefore(close.year()));
              }
            });
    List<Disagreement> found = new ArrayList<>();
    for (String name : changed(digests, parts)) {
      if (sheets.containsKey(name)) {
        DigestSheets.changed(sealed(close, name), sheets.get(name))
            .forEach(
                table ->
                    found.add(new Disagreement(SnapshotFault.TABLE_CHANGED, name + ": " + table)));
      } else {
        found.add(new Disagreement(SnapshotFault.TABLE_CHANGED, name));
      }
    }
    return found;
  }

  /** Each event is what was recorded, and those of the close itself are there. */
  private List<Disagreement> audited(SealedClose close, Optional<BrokenLink> broken) {
    List<Disagreement> found = new ArrayList<>();
    broken.ifPresent(
        event ->
            found.add(new Disagreement(SnapshotFault.AUDIT_BROKEN, String.valueOf(event.id()))));
    for (String action : close.inForce() ? List.of("close") : List.of("close", "reopen")) {
      if (!audit.has(action, close.year(), close.event())) {
        found.add(new Disagreement(SnapshotFault.AUDIT_MISSING, action + " " + close.folder()));
      }
    }
    return found;
  }

  /** Paper counts, but who prints a page that was changed puts the change on paper. */
  private List<Disagreement> printed(SealedClose close, Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return List.of(new Disagreement(SnapshotFault.PAGE_MISSING, file.toString()));
    }
    return Arrays.equals(Files.readAllBytes(file), page.of(close))
        ? List.of()
        : List.of(new Disagreement(SnapshotFault.PAGE_CHANGED, file.toString()));
  }

  private String sealed(SealedClose close, String part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.copy(close.id(), part, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static List<String> changed(Map<String, String> digests, List<SnapshotPart> parts) {
    Map<String, String> sealed =
        parts.stream().collect(Collectors.toMap(SnapshotPart::name, SnapshotPart::sha256));
    return digests.entrySet().stream()
        .filter(now -> !now.getValue().equals(sealed.get(now.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
