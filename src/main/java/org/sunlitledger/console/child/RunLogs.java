package org.sunlitledger.console.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.quantity.text.SafeText;

/**
 * What runs of the console printed: a file each below {@code var/log}, for the owner only, deleted
 * after half a year.
 */
@Component
public final class RunLogs {
  private static final Pattern NAME = Pattern.compile("run-[0-9]{8}-[0-9]{6}-[0-9]+\\.log");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-");
  private static final Duration KEPT = Duration.ofDays(183);
  private static final int SHOWN_LINES = 200;
  private static final int SHOWN_BYTES = 64 * 1024;

  private final Path folder;
  private final Clock clock;

  RunLogs(DatabaseSettings settings, Clock clock) {
    this.folder = settings.folder().resolve("log");
    this.clock = clock;
  }

  /** Makes an empty log. */
  Path add() throws IOException {
    deleteOld();
    return Files.createTempFile(
        OwnerOnly.folder(folder), "run-" + LocalDateTime.now(clock).format(MOMENT), ".log");
  }

  /**
   * The last lines of a log, without ID numbers, accounts and names of people; none where there is
   * no such log.
   */
  public List<String> lastLines(String name) {
    Path log = folder.resolve(name);
    if (!NAME.matcher(name).matches() || !Files.isRegularFile(log)) {
      return List.of();
    }
    try (SeekableByteChannel bytes = Files.newByteChannel(log)) {
      bytes.position(Math.max(0, bytes.size() - SHOWN_BYTES));
      byte[] end = Channels.newInputStream(bytes).readNBytes(SHOWN_BYTES);
      List<String> lines =
          new String(end, StandardCharsets.UTF_8)
              .lines()
              .map(line -> SafeText.escape(PersonalText.masked(line)))
              .toList();
      return lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private void deleteOld() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    FileTime oldest = FileTime.from(clock.instant().minus(KEPT));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
