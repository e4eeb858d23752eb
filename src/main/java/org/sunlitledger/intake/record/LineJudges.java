package org.sunlitledger.intake.record;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.intake.delivery.Delivery;
import org.sunlitledger.intake.file.NamesInTitle;
import org.sunlitledger.intake.layout.column.DeliveredColumns;
import org.sunlitledger.intake.layout.column.RoundedNumbers;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.digest.KeyedHash;

/** Judges the lines of a delivery according to their header. */
public final class LineJudges {
  private final Delivery delivery;
  private final DeliveredColumns columns;
  private final NamesInTitle names;
  private final RoundedNumbers rounded;
  private final CellReader reader;
  private final boolean isCreditPaid;
  private HeaderFinder.@Nullable FoundHeader header;
  private @Nullable LineJudge judge;

  /**
   * @param isCreditPaid whether amounts on the credit side of a ledger were paid
   */
  public LineJudges(
      Delivery delivery,
      DeliveredColumns columns,
      KeyedHash hash,
      NamesInTitle names,
      RoundedNumbers rounded,
      boolean isCreditPaid) {
    this.delivery = delivery;
    this.columns = columns;
    this.names = names;
    this.rounded = rounded;
    this.isCreditPaid = isCreditPaid;
    this.reader = new CellReader(hash, delivery.year(), rounded);
  }

  /** Judges the next line, which is below the given header. */
  public Judged judge(HeaderFinder.FoundHeader below, SourceLine line) {
    rounded.take(below.header(), line);
    return under(below).judge(line);
  }

  /** The judge of lines below a header. Adds the columns of the header. */
  @SuppressWarnings("ReferenceEquality") // all lines below a header share one object
  private LineJudge under(HeaderFinder.FoundHeader below) {
    LineJudge known = judge;
    if (known != null && below == header) {
      return known;
    }
    UnaryOperator<List<String>> arrangement = columns.arrangement(below);
    PersonalCells personal =
        new PersonalCells(below.header(), below.titles(), delivery.year(), names);
    MaskedCells masked = new MaskedCells(below.header(), delivery.isSupplement());
    LineJudge next =
        new LineJudge(below, arrangement, reader, personal, masked, isCreditPaid, delivery.year());
    header = below;
    judge = next;
    return next;
  }
}
