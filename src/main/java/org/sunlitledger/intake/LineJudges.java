package org.sunlitledger.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.quantity.KeyedHash;

/** Judges the lines of a delivery by the header that they are below. */
final class LineJudges {
  private final Delivery delivery;
  private final DeliveredColumns columns;
  private final Openings openings;
  private final NamesInTitle names;
  private final CellReader reader;
  private HeaderFinder.@Nullable Found header;
  private @Nullable LineJudge judge;

  LineJudges(
      Delivery delivery,
      DeliveredColumns columns,
      KeyedHash hash,
      Openings openings,
      NamesInTitle names) {
    this.delivery = delivery;
    this.columns = columns;
    this.openings = openings;
    this.names = names;
    RoundedNumbers rounded =
        delivery.isSupplement() ? RoundedNumbers.none() : new RoundedNumbers(this::each);
    this.reader = new CellReader(hash, delivery.year(), rounded);
  }

  /** The judge of lines below a header; the columns that it has are taken note of. */
  @SuppressWarnings("ReferenceEquality") // one object for all lines below a header
  LineJudge under(HeaderFinder.Found below) {
    LineJudge known = judge;
    if (known != null && below == header) {
      return known;
    }
    UnaryOperator<List<String>> arrangement = columns.arrangement(below);
    PersonalCells personal =
        new PersonalCells(below.header(), below.titles(), delivery.year(), names);
    MaskedCells masked = new MaskedCells(below.header(), delivery.isSupplement());
    LineJudge next = new LineJudge(below, arrangement, reader, personal, masked, delivery.year());
    header = below;
    judge = next;
    return next;
  }

  private void each(RoundedNumbers.Reader seen) {
    try (Openings.Opened opened =
        openings.open(delivery.path(), delivery.named(), delivery.charset(), delivery.sheet())) {
      Optional<Line> line = opened.lines().next();
      while (line.isPresent() && seen.take(opened.lines().header().header(), line.get())) {
        line = opened.lines().next();
      }
    } catch (FileFault whole) {
      // the reading itself ends with it
      return;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
