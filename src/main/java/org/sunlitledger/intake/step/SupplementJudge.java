package org.sunlitledger.intake.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.delivery.Deliveries;
import org.sunlitledger.intake.delivery.Delivery;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.file.NamesInTitle;
import org.sunlitledger.intake.layout.column.DeliveredColumns;
import org.sunlitledger.intake.layout.column.RoundedNumbers;
import org.sunlitledger.intake.layout.header.Supplement;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.record.Judged;
import org.sunlitledger.intake.record.LineJudges;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * Judges corrected lines before they are handed in, with the classes that read a supplement. What
 * depends on other records is found only by a run. Nothing is written.
 */
@Component
public final class SupplementJudge {
  private final Deliveries deliveries;
  private final Registers registers;
  private final Openings openings;
  private final KeyedHash hash;

  SupplementJudge(Deliveries deliveries, Registers registers, Openings openings, KeyedHash hash) {
    this.deliveries = deliveries;
    this.registers = registers;
    this.openings = openings;
    this.hash = hash;
  }

  /**
   * The findings on each corrected line; none for a line without fault.
   *
   * @param delivery with the rejected lines
   * @param titles of its columns as a supplement has them
   * @param lines cells below those titles, by the number of the rejected line
   * @throws FileFault when the supplement would be refused as a whole
   */
  public Map<Integer, List<ShapeFinding>> judge(
      long delivery, List<String> titles, Map<Integer, List<String>> lines) throws FileFault {
    Delivery supplement = supplementOf(deliveries.get(delivery));
    Register register = registers.get(supplement.register());
    boolean isCreditPaid =
        register.sides().filter(sides -> deliveries.isCreditPaid(supplement, sides)).isPresent();
    Map<Integer, List<ShapeFinding>> findings = new LinkedHashMap<>();
    try (Openings.OpenedDelivery opened =
        openings.open(new WrittenLines(delivery, titles, lines), supplement.name())) {
      LineJudges judges =
          new LineJudges(
              supplement,
              new DeliveredColumns(opened.header()),
              hash,
              new NamesInTitle(supplement.name()),
              RoundedNumbers.none(),
              isCreditPaid);
      Optional<SourceLine> line = opened.lines().next();
      while (line.isPresent()) {
        Judged judged = judges.judge(opened.lines().header(), line.get());
        findings.put(judged.original(), judged.rejected().findings());
        line = opened.lines().next();
      }
      return findings;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Delivery supplementOf(Delivery delivery) {
    return new Delivery(
        delivery.id(),
        delivery.register(),
        delivery.year(),
        delivery.name(),
        delivery.path(),
        0,
        delivery.charset(),
        "",
        0,
        0,
        true);
  }

  /** Lines of a supplement as they would stand in its file. */
  private static final class WrittenLines implements LineSource {
    private final Queue<SourceLine> lines = new ArrayDeque<>();

    WrittenLines(long delivery, List<String> titles, Map<Integer, List<String>> corrected) {
      add(List.of(Supplement.titleAbove(delivery)));
      add(with(titles, Supplement.ACTION.get(0), Supplement.ORIGINAL_LINE.get(0)));
      corrected.forEach((number, cells) -> add(with(cells, "", String.valueOf(number))));
    }

    private void add(List<String> cells) {
      lines.add(new SourceLine(lines.size() + 1, cells));
    }

    private static List<String> with(List<String> cells, String action, String line) {
      List<String> all = new ArrayList<>(cells);
      all.add(action);
      all.add(line);
      return all;
    }

    @Override
    public Optional<SourceLine> next() {
      return Optional.ofNullable(lines.poll());
    }

    @Override
    public boolean leavesOutBlanksAtTheEnd() {
      return true;
    }

    @Override
    public long bytesRead() {
      return 0;
    }

    @Override
    public String sha256() {
      return "";
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
