package org.sunlitledger.intake.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.intake.delivery.FileParts;
import org.sunlitledger.intake.delivery.FileParts.FilePart;
import org.sunlitledger.intake.delivery.NewDeliveries;
import org.sunlitledger.intake.file.DeliveryName;
import org.sunlitledger.intake.file.FileKind;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HandedIn;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.inbox.KnownFiles.KnownSheet;
import org.sunlitledger.intake.inbox.NewParts.DecidedParts;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.source.DeliveredFile;

/** Enters the files of an inbox as deliveries and finds the register of each. */
@Component
public final class Inbox {
  private final InboxFiles files;
  private final FileParts parts;
  private final InboxEntries entries;
  private final KnownFiles known;
  private final NewParts newParts;
  private final NewDeliveries deliveries;
  private final HiddenNames hidden;
  private final TransactionTemplate transaction;

  Inbox(
      InboxFiles files,
      FileParts parts,
      InboxEntries entries,
      KnownFiles known,
      NewParts newParts,
      NewDeliveries deliveries,
      HiddenNames hidden,
      TransactionTemplate transaction) {
    this.files = files;
    this.parts = parts;
    this.entries = entries;
    this.known = known;
    this.newParts = newParts;
    this.deliveries = deliveries;
    this.hidden = hidden;
    this.transaction = transaction;
  }

  /**
   * Enters every new file of a folder, or of the folder to which a link points. The same file twice
   * is the same delivery as long as it counts. {@link InboxAccount} reports the result for each
   * entry.
   *
   * @param now when this scan begins
   */
  public void scan(Path folder, int year, OffsetDateTime now) throws IOException {
    Path inbox = folder.toRealPath();
    List<InboxFiles.InboxFile> found = files.in(inbox);
    entries.markGone(inbox, found.stream().map(InboxFiles.InboxFile::path).toList());
    for (InboxFiles.InboxFile entry : inOrder(inbox, found)) {
      if (entry.state().isDelivery()) {
        enter(new InboxScan(inbox, year, now), entry);
      } else {
        entries.record(inbox, entry.path(), entry.state(), "", now);
      }
    }
  }

  /**
   * A scan of an inbox.
   *
   * @param startedAt when the scan began
   */
  private record InboxScan(Path inbox, int reportYear, OffsetDateTime startedAt) {}

  /**
   * Sorts the entries. A correction comes after the file that it corrects, whatever the order of
   * the paths.
   */
  private static List<InboxFiles.InboxFile> inOrder(
      Path inbox, List<InboxFiles.InboxFile> entries) {
    return entries.stream()
        .sorted(
            Comparator.comparing(entry -> DeliveryName.of(inbox, entry.path()), DeliveryName.ORDER))
        .toList();
  }

  /** A file that vanishes or cannot be read does not affect the other files. */
  private void enter(InboxScan scan, InboxFiles.InboxFile entry) {
    Path path = entry.path();
    try {
      if (entry.state() == EntryState.FILE) {
        FileSurvey survey = FileSurvey.survey(path);
        Optional<EntryState> listed = EntryState.listedOnly(FileKind.detect(path));
        if (listed.isPresent()) {
          entries.record(scan.inbox(), path, listed.get(), survey.sha256(), scan.startedAt());
        } else {
          enter(
              scanned(scan, path, survey),
              content -> parts.find(content, FilePath.shown(scan.inbox(), path), survey));
        }
      } else {
        enterUnread(scan, path, UnreadFile.fault(entry.state(), path));
      }
    } catch (NoSuchFileException gone) {
      entries.record(scan.inbox(), path, EntryState.VANISHED, "", scan.startedAt());
    } catch (IOException unreadable) {
      enterUnread(scan, path, UnreadFile.fault(EntryState.UNREADABLE, path));
    }
  }

  private void enterUnread(InboxScan scan, Path path, FileFault fault) {
    try {
      enter(
          scanned(scan, path, UnreadFile.survey(path)),
          content -> List.of(FilePart.refused(0, "", fault)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private ScannedFile scanned(InboxScan scan, Path path, FileSurvey survey) {
    return newParts.scanned(scan.inbox(), scan.startedAt(), scan.reportYear(), path, survey);
  }

  /** Finds the parts of a file. */
  private interface PartSource {
    List<FilePart> in(DeliveredFile content) throws IOException;
  }

  private void enter(ScannedFile file, PartSource source) throws IOException {
    Map<Integer, KnownSheet> standing =
        known.delivered(file.path(), file.name().name(), file.sha256(), file.years());
    boolean wasSeen = entries.wasSeenAtLastScan(file.path(), file.sha256());
    DecidedParts fresh =
        KnownFiles.isKnown(standing, wasSeen)
            ? new DecidedParts(file.years().get(0), List.of(), Map.of())
            : newParts(file, source);
    HandedIn handedIn = file.forYear(fresh.year());
    transaction.executeWithoutResult(
        status -> {
          entries.record(
              file.inbox(), file.path(), EntryState.FILE, file.sha256(), file.scannedAt());
          if (!wasSeen) {
            deliveries.supersedeRefused(handedIn);
            deliveries.supersedeSameBytes(handedIn);
          }
          deliveries.enter(
              handedIn,
              fresh.parts(),
              fresh.superseded(),
              sheet -> standing.containsKey(sheet) && standing.get(sheet).isCurrent());
        });
  }

  private DecidedParts newParts(ScannedFile file, PartSource source) throws IOException {
    try (DeliveredFile content = file.open()) {
      List<FilePart> found = source.in(content);
      for (FilePart part : found) {
        // an entry that is not read, such as a link, is not searched for names either
        if (file.survey().bytes() > 0) {
          hidden.learn(EarlyNames.in(content, part));
        }
      }
      return newParts.decide(file, content, found);
    }
  }
}
