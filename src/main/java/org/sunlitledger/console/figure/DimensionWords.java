package org.sunlitledger.console.figure;

import java.util.List;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.view.CodeTitles;

/**
 * How people read townships, sources and months.
 *
 * @param year in which the codes are valid
 */
public record DimensionWords(CodeTitles titles, int year, Frame frame) {
  private static final String NO_MONTH = "0";

  public static boolean isNone(Dimension dimension, String part) {
    return dimension == Dimension.MONTH ? part.equals(NO_MONTH) : part.isEmpty();
  }

  /** The title of a code, or of a month by its number. */
  public String title(Dimension dimension, String part) {
    if (isNone(dimension, part)) {
      return frame.text("figure.none." + dimension);
    }
    if (dimension == Dimension.MONTH) {
      return frame.text("figure.month", part);
    }
    String title = titles.title(dimension, part, year);
    return title.isEmpty() ? part : title;
  }

  /** What can be chosen. */
  public List<String> choices(Dimension dimension) {
    return titles.codes(dimension, year);
  }
}
