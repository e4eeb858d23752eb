package org.sunlitledger.console.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.console.child.RunEnded;
import org.sunlitledger.console.draft.Submission.SubmissionState;
import org.sunlitledger.database.file.WholeFile;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.quantity.digest.Sha256;

/**
 * Hands in drafts as a supplement. The drafts are marked first, then the file comes into the inbox
 * at once and whole; they are deleted when a run has read it. Killed in between, a mark without a
 * file is taken back: no draft is lost, and none is handed in twice.
 */
@Component
public class Submissions {
  private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);

  /** What is written and not renamed yet; no run looks at such a name. */
  private static final String UNFINISHED = ".sunlit-mend-";

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm");

  private final MendSheets sheets;
  private final SubmissionTable table;
  private final SupplementFile supplements;
  private final TransactionTemplate transaction;
  private final IntakeSettings settings;
  private final Clock clock;

  Submissions(
      MendSheets sheets,
      SubmissionTable table,
      SupplementFile supplements,
      TransactionTemplate transaction,
      IntakeSettings settings,
      Clock clock) {
    this.sheets = sheets;
    this.table = table;
    this.supplements = supplements;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Who hands in.
   *
   * @param login part of the file's name
   * @param office the folder of the inbox to which the account is limited
   */
  public record Submitter(long account, String login, Optional<String> office) {}

  /** The drafts are no longer those that were looked at; nothing is handed in. */
  public static final class ChangedMeanwhile extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What somebody has looked at and hands in.
   *
   * @param lines their numbers
   * @param mark of their drafts, by {@link MendSheet#mark}
   * @param typed values that are kept nowhere
   */
  public record Chosen(Set<Integer> lines, String mark, TypedCells typed) {}

  private record Prepared(Submission submission, ByteBuffer bytes) {}

  /**
   * Hands in lines with their drafts.
   *
   * @throws IOException when the file cannot be written; nothing is handed in then
   */
  public synchronized Submission submit(
      MendDelivery delivery, Chosen chosen, Submitter by, boolean chinese)
      throws IOException, ChangedMeanwhile {
    settle(delivery.id());
    Optional<Prepared> prepared =
        transaction.execute(
            status -> {
              Optional<Prepared> made = prepare(delivery, chosen, by, chinese);
              if (made.isEmpty()) {
                status.setRollbackOnly();
              }
              return made;
            });
    if (prepared == null || prepared.isEmpty()) {
      throw new ChangedMeanwhile();
    }
    Submission submission = prepared.get().submission();
    try {
      write(submission, prepared.get().bytes());
    } catch (IOException | RuntimeException problem) {
      settle(delivery.id());
      throw problem;
    }
    return table.waiting(delivery.id()).stream()
        .filter(waiting -> waiting.file().equals(submission.file()))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Prepared> prepare(
      MendDelivery delivery, Chosen chosen, Submitter by, boolean chinese) {
    table.lockDrafts(delivery.id());
    MendSheet sheet = sheets.of(delivery, chinese);
    List<MendLine> lines =
        sheet.changed().stream().filter(line -> chosen.lines().contains(line.number())).toList();
    if (lines.isEmpty()
        || !sheet.mark(lines).equals(chosen.mark())
        || isIncomplete(sheet, lines, chosen.typed())) {
      return Optional.empty();
    }
    byte[] bytes = supplements.bytes(sheet, lines, chosen.typed(), chinese);
    Submission submission =
        new Submission(
            0,
            delivery.id(),
            by.account(),
            by.login(),
            OffsetDateTime.now(clock),
            file(delivery, by),
            Sha256.sha256(bytes),
            lines.size(),
            (int) lines.stream().filter(MendLine::isWithdrawn).count(),
            SubmissionState.NOWHERE,
            Optional.empty());
    return table.add(submission, lines.stream().map(MendLine::number).toList()) == lines.size()
        ? Optional.of(new Prepared(submission, ByteBuffer.wrap(bytes)))
        : Optional.empty();
  }

  private static boolean isIncomplete(MendSheet sheet, List<MendLine> lines, TypedCells typed) {
    return lines.stream()
        .anyMatch(line -> sheet.columns().stream().anyMatch(column -> typed.lacks(line, column)));
  }

  /**
   * The path of a new file below the inbox, in the folder of the office. The login stands within
   * it: at the end of a name, {@code -v2} would make it a correction of another file.
   */
  private String file(MendDelivery delivery, Submitter by) {
    String office = by.office().orElse(delivery.office());
    String folder = office.isEmpty() ? "" : office + "/";
    String name =
        "%s更正-%d-%s-%s"
            .formatted(folder, delivery.id(), by.login(), OffsetDateTime.now(clock).format(MINUTE));
    String file = name + ".xlsx";
    for (int number = 2; table.isTaken(file); number++) {
      file = "%s-%d.xlsx".formatted(name, number);
    }
    return file;
  }

  private void write(Submission submission, ByteBuffer bytes) throws IOException {
    Path inbox = settings.inbox().toAbsolutePath().normalize();
    Path file = inbox.resolve(submission.file()).normalize();
    if (!file.startsWith(inbox)) {
      throw new IOException("not below the inbox: " + submission.file());
    }
    Files.createDirectories(file.getParent());
    Path unfinished = unfinished(file);
    try {
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(WholeFile.OWNER)));
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      // it is whole: a run need not wait whether it is still being written
      Files.setLastModifiedTime(
          unfinished, FileTime.from(clock.instant().minus(settings.quietPeriod()).minusSeconds(1)));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Path unfinished(Path file) {
    return file.resolveSibling(UNFINISHED + file.getFileName());
  }

  /**
   * Does what a killed console has left to do, and leaves no file with ID numbers behind; deletes
   * what a run has read.
   */
  @EventListener({ApplicationReadyEvent.class, RunEnded.class})
  void settleAll() {
    for (long delivery : table.deliveriesWaiting()) {
      try {
        settle(delivery);
      } catch (UncheckedIOException problem) {
        LOG.warn("what was handed in of delivery {} cannot be settled", delivery, problem);
      }
    }
  }

  /**
   * Brings the drafts of a delivery into line with what has become of the files: those that a run
   * has read are deleted, those of a refused or vanished file are given back.
   */
  public synchronized void settle(long delivery) {
    for (Submission submission : table.waiting(delivery)) {
      switch (submission.state()) {
        case WAITING -> {}
        case READ -> table.clear(submission);
        case REFUSED -> table.giveBack(submission);
        case NOWHERE -> {
          deleteUnfinished(submission);
          table.giveBack(submission);
        }
      }
    }
  }

  private void deleteUnfinished(Submission submission) {
    try {
      Files.deleteIfExists(unfinished(settings.inbox().resolve(submission.file())));
    } catch (IOException staysThere) {
      throw new UncheckedIOException(staysThere);
    }
  }
}
