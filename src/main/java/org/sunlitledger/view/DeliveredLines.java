package org.sunlitledger.view;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.layout.header.HeaderFinder.FoundHeader;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.record.MaskedLine;
import org.sunlitledger.intake.source.DeliveredFile;

/** Lines of a delivery as they are in its file, with everything personal masked. */
@Component
public final class DeliveredLines {
  private final JdbcClient jdbc;
  private final HiddenNames hidden;
  private final Openings openings;

  DeliveredLines(JdbcClient jdbc, HiddenNames hidden, Openings openings) {
    this.jdbc = jdbc;
    this.hidden = hidden;
    this.openings = openings;
  }

  /**
   * Lines below one header.
   *
   * @param titles of their columns
   */
  public record LinesInFile(List<String> titles, List<LineInFile> lines) {}

  /** A line with its number, as a spreadsheet shows it. */
  public record LineInFile(int number, List<String> cells) {}

  private record MaskableLine(SourceLine line, FoundHeader header) {
    LineInFile masked(FilePlace place) {
      return new LineInFile(line.number(), MaskedLine.of(line, header, place.year(), place.name()));
    }
  }

  private record FilePlace(String path, int sheet, String charset, String name, int year) {}

  /**
   * A line with those around it that are records; empty where the file has no such line any more.
   *
   * @param around how many before and behind it
   * @throws IOException when the file is gone or cannot be read
   */
  public Optional<LinesInFile> around(long delivery, int line, int around) throws IOException {
    FilePlace place =
        jdbc.sql(
                """
                select coalesce(archived_as, path) as path, sheet,
                  coalesce(charset, 'GB18030') as charset, name, year
                from delivery
                where id = :id
                """)
            .param("id", delivery)
            .query(FilePlace.class)
            .single();
    Path path = hidden.find(place.path());
    String named = FilePath.shown(path.getFileName()) + "/" + place.name();
    try (DeliveredFile file = new DeliveredFile(path, Charset.forName(place.charset()));
        Openings.OpenedDelivery opened = openings.open(file, named, place.sheet())) {
      return around(opened, place, line, around);
    } catch (FileFault fault) {
      throw new IOException(fault.finding().rule().id(), fault);
    }
  }

  private static Optional<LinesInFile> around(
      Openings.OpenedDelivery opened, FilePlace place, int wanted, int around)
      throws FileFault, IOException {
    Deque<MaskableLine> near = new ArrayDeque<>();
    int behind = 0;
    Optional<SourceLine> line = opened.lines().next();
    while (line.isPresent() && behind < around) {
      near.add(new MaskableLine(line.get(), opened.lines().header()));
      if (line.get().number() > wanted) {
        behind++;
      } else if (near.size() > around + 1) {
        near.remove();
      }
      line = opened.lines().next();
    }
    return near.stream()
        .filter(one -> one.line().number() == wanted)
        .findFirst()
        .map(
            one ->
                new LinesInFile(
                    one.header().titles(), near.stream().map(of -> of.masked(place)).toList()));
  }
}
