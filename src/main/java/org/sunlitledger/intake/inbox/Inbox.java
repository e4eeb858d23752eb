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
import org.sunlitledger.intake.line.FileFault;

/** Enters the files of an inbox as deliveries: what they are and for which register. */
@Component
public final class Inbox {
  private final InboxFiles files;
  private final FileParts parts;
  private final InboxEntries entries;
  private final KnownFiles known;
  private final FileYear fileYear;
  private final Predecessors predecessors;
  private final NewDeliveries deliveries;
  private final HiddenNames hidden;
  private final TransactionTemplate transaction;

  Inbox(
      InboxFiles files,
      FileParts parts,
      InboxEntries entries,
      KnownFiles known,
      FileYear fileYear,
      Predecessors predecessors,
      NewDeliveries deliveries,
      HiddenNames hidden,
      TransactionTemplate transaction) {
    this.files = files;
    this.parts = parts;
    this.entries = entries;
    this.known = known;
    this.fileYear = fileYear;
    this.predecessors = predecessors;
    this.deliveries = deliveries;
    this.hidden = hidden;
    this.transaction = transaction;
  }

  /**
   * Enters every new file of a folder, which may be a link to one; the same file twice is the same
   * delivery as long as it counts. What each entry of the folder is can be asked of {@link
   * InboxAccount}.
   *
   * @param now when this look begins
   */
  public void scan(Path folder, int year, OffsetDateTime now) throws IOException {
    Path inbox = folder.toRealPath();
    List<InboxFiles.InboxFile> found = files.in(inbox);
    entries.markGone(inbox, found.stream().map(InboxFiles.InboxFile::path).toList());
    for (InboxFiles.InboxFile entry : inOrder(inbox, found)) {
      if (entry.state().isDelivery()) {
        enter(new Look(inbox, year, now), entry);
      } else {
        entries.see(inbox, entry.path(), entry.state(), "", now);
      }
    }
  }

  /**
   * A look at an inbox.
   *
   * @param run year of the run
   * @param at when it begins
   */
  private record Look(Path inbox, int run, OffsetDateTime at) {}

  /** A correction goes behind what it corrects, whatever comes first by path. */
  private static List<InboxFiles.InboxFile> inOrder(
      Path inbox, List<InboxFiles.InboxFile> entries) {
    return entries.stream()
        .sorted(
            Comparator.comparing(entry -> DeliveryName.of(inbox, entry.path()), DeliveryName.ORDER))
        .toList();
  }

  /** A file that vanishes, or cannot be read, concerns nothing but itself. */
  private void enter(Look look, InboxFiles.InboxFile entry) {
    Path file = entry.path();
    try {
      if (entry.state() == EntryState.FILE) {
        FileSurvey survey = FileSurvey.survey(file);
        Optional<EntryState> listed = EntryState.listedOnly(FileKind.detect(file));
        if (listed.isPresent()) {
          entries.see(look.inbox(), file, listed.get(), survey.sha256(), look.at());
        } else {
          enter(
              look,
              file,
              survey,
              () -> parts.find(file, FilePath.shown(look.inbox(), file), survey));
        }
      } else {
        enterUnread(look, file, UnreadFile.fault(entry.state(), file));
      }
    } catch (NoSuchFileException gone) {
      entries.see(look.inbox(), file, EntryState.VANISHED, "", look.at());
    } catch (IOException unreadable) {
      enterUnread(look, file, UnreadFile.fault(EntryState.UNREADABLE, file));
    }
  }

  private void enterUnread(Look look, Path file, FileFault fault) {
    try {
      enter(look, file, UnreadFile.survey(file), () -> List.of(FilePart.refused(0, "", fault)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Finds the parts of a file. */
  private interface PartSource {
    List<FilePart> get() throws IOException;
  }

  private void enter(Look look, Path file, FileSurvey survey, PartSource source)
      throws IOException {
    DeliveryName named = DeliveryName.of(look.inbox(), file);
    List<Integer> years = named.years().candidates(look.run());
    DeliveryName name = named.hidden(hidden);
    Map<Integer, Boolean> standing = known.delivered(file, named.name(), survey.sha256(), years);
    boolean layThere = entries.wasSeenAtLastScan(file, survey.sha256());
    boolean isKnown = !standing.isEmpty() && (layThere || !standing.containsValue(false));
    New fresh =
        isKnown
            ? new New(years.get(0), List.of(), Map.of())
            : fresh(name, years, file, survey, source.get());
    HandedIn handedIn = new HandedIn(file, name, fresh.year(), survey);
    transaction.executeWithoutResult(
        status -> {
          entries.see(look.inbox(), file, EntryState.FILE, survey.sha256(), look.at());
          if (!layThere) {
            deliveries.supersedeRefused(handedIn);
            deliveries.supersedeSameBytes(handedIn);
          }
          deliveries.enter(
              handedIn,
              fresh.parts(),
              fresh.superseded(),
              sheet -> standing.getOrDefault(sheet, false));
        });
  }

  /**
   * What is new in a file.
   *
   * @param superseded by sheet, the delivery that its part corrects as far as the name says
   */
  private record New(int year, List<FilePart> parts, Map<Integer, Long> superseded) {}

  private New fresh(
      DeliveryName name,
      List<Integer> candidates,
      Path file,
      FileSurvey survey,
      List<FilePart> found)
      throws IOException {
    for (FilePart part : found) {
      // what is not read, such as a link, is not read for names either
      if (survey.bytes() > 0) {
        hidden.learn(EarlyNames.in(file, survey, part));
      }
    }
    int year = candidates.get(0);
    try {
      year = fileYear.decide(candidates, file, survey, found);
      return new New(year, found, predecessors.find(name, year, survey, found));
    } catch (FileFault whole) {
      return new New(year, List.of(FilePart.refused(0, "", whole)), Map.of());
    }
  }
}
