package org.sunlitledger.console.figure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.console.list.ListAddress;

/**
 * What the address of the list of figures asks for.
 *
 * @param missing anything, even an empty text, for those without a value only
 * @param text part of the id, the title or the printed text
 */
public record FigureQuery(@Nullable String missing, @Nullable String text) {

  public boolean onlyMissing() {
    return missing != null;
  }

  public String searched() {
    return text == null ? "" : text.strip();
  }

  public boolean isNarrow() {
    return onlyMissing() || !searched().isEmpty();
  }

  public boolean matches(ListedFigure figure) {
    String all =
        String.join("\n", figure.id(), figure.title(), figure.text(), figure.exactly())
            .toLowerCase(Locale.ROOT);
    return (!onlyMissing() || figure.isMissing())
        && all.contains(searched().toLowerCase(Locale.ROOT));
  }

  public ListAddress address(int year) {
    return ListAddress.of("/" + year + "/figures")
        .with("missing", onlyMissing() ? "yes" : "")
        .with("text", searched());
  }
}
