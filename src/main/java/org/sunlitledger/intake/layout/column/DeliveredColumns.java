package org.sunlitledger.intake.layout.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.code.HeaderText;

/**
 * The columns in which the rejected lines of a delivery are kept: the columns of its first header,
 * followed by additional columns of later headers. The cells of lines below a later header are
 * moved into this order, and their amounts are converted to the unit of the first header.
 */
public final class DeliveredColumns {
  private static final int NOT_DELIVERED = -1;

  private final HeaderFinder.FoundHeader first;
  private final List<String> titles = new ArrayList<>();
  private final List<Optional<HeaderColumn>> columns = new ArrayList<>();

  public DeliveredColumns(HeaderFinder.FoundHeader first) {
    this.first = first;
    this.titles.addAll(first.titles());
    this.columns.addAll(first.header().columns());
  }

  /** Whether later headers have added columns. */
  public boolean hasMore() {
    return titles.size() > first.titles().size();
  }

  public String[] titles() {
    return titles.toArray(String[]::new);
  }

  /** The field name for each column; empty for a column that is not a field. */
  public String[] fields() {
    return columns.stream()
        .map(column -> column.map(of -> of.field().name()).orElse(""))
        .toArray(String[]::new);
  }

  /** The unit of each column's amounts. */
  public String[] units() {
    return columns.stream()
        .map(column -> column.map(of -> of.unit().name()).orElse(""))
        .toArray(String[]::new);
  }

  /** The function that moves the cells of a line below a header into these columns. */
  public UnaryOperator<List<String>> arrangement(HeaderFinder.FoundHeader below) {
    List<Optional<HeaderColumn>> theirs = below.header().columns();
    if (below.titles().equals(first.titles()) && theirs.equals(first.header().columns())) {
      return cells -> cells;
    }
    int[] to = new int[theirs.size()];
    for (int i = 0; i < to.length; i++) {
      to[i] = position(theirs.get(i), below.titles().get(i), i);
      if (to[i] == NOT_DELIVERED) {
        to[i] = titles.size();
        titles.add(below.titles().get(i));
        columns.add(theirs.get(i));
      }
    }
    return cells -> arranged(cells, theirs, to);
  }

  private int position(Optional<HeaderColumn> column, String title, int at) {
    for (int i = 0; i < columns.size(); i++) {
      Optional<HeaderColumn> own = columns.get(i);
      boolean isSame =
          column.isPresent()
              ? own.isPresent() && own.get().field().equals(column.get().field())
              : own.isEmpty()
                  && HeaderText.normal(titles.get(i)).equals(HeaderText.normal(title))
                  && (i == at || !Glyphs.isBlank(title));
      if (isSame) {
        return i;
      }
    }
    return NOT_DELIVERED;
  }

  private List<String> arranged(List<String> cells, List<Optional<HeaderColumn>> theirs, int[] to) {
    List<String> arranged = new ArrayList<>(Collections.nCopies(titles.size(), ""));
    for (int i = 0; i < cells.size(); i++) {
      if (i < to.length) {
        arranged.set(to[i], cell(cells.get(i), theirs.get(i), columns.get(to[i])));
      } else {
        arranged.add(cells.get(i));
      }
    }
    return arranged;
  }

  private static String cell(
      String cell, Optional<HeaderColumn> theirs, Optional<HeaderColumn> own) {
    if (theirs.isEmpty() || own.isEmpty() || theirs.get().field().type() != Field.FieldType.MONEY) {
      return cell;
    }
    MoneyUnit from = theirs.get().unit();
    MoneyUnit into = own.get().unit();
    if (from == into || Glyphs.isNone(cell)) {
      return cell;
    }
    return Fen.parse(cell, from) instanceof Parsed.Value<Long> fen
        ? BigDecimal.valueOf(fen.value(), into.decimals()).toPlainString()
        : "%s（%s）".formatted(cell, from.text());
  }
}
